import './theme/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { router } from './lib/router.svelte';

router.listen();
mount(App, { target: document.getElementById('app')! });
