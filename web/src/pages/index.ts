// Which page belongs to which path. Every page is loaded when it is first shown.
import type { Component } from 'svelte';

type Load = () => Promise<{ default: Component }>;

const pages: [RegExp, Load][] = [
  [/^\/$/, () => import('./Home.svelte')],
  [/^\/rechtencheck$/, () => import('./rechtencheck/Start.svelte')],
  [/^\/rechtencheck\/vragen$/, () => import('./rechtencheck/Ask.svelte')],
  [/^\/rechtencheck\/uitkomst(\/.*)?$/, () => import('./rechtencheck/Result.svelte')],
  [/^\/rechtencheck\/balie$/, () => import('./rechtencheck/desk/Desk.svelte')],
  [/^\/regelboek$/, () => import('./regelboek/Book.svelte')],
  [/^\/regelboek\/wet\/[^/]+$/, () => import('./regelboek/Package.svelte')],
  [/^\/regelboek\/regel\/[^/]+$/, () => import('./regelboek/Rule.svelte')],
  [/^\/regelboek\/parameter\/[^/]+$/, () => import('./regelboek/Parameter.svelte')],
  [/^\/regelboek\/uitkomst\/[^/]+$/, () => import('./regelboek/Outcome.svelte')],
  [/^\/regelboek\/gemeente\/[^/]+$/, () => import('./regelboek/Municipality.svelte')],
  [/^\/regelboek\/gemeenten$/, () => import('./regelboek/Schemes.svelte')],
  [/^\/regelboek\/gemeenten\/[^/]+$/, () => import('./regelboek/Municipalities.svelte')],
  [/^\/regelboek\/bewerken(\/.*)?$/, () => import('./regelboek/editor/Editor.svelte')],
  [/^\/privacy$/, () => import('./Privacy.svelte')],
];

export function pageFor(path: string): Load {
  const found = pages.find(([form]) => form.test(path));
  return found ? found[1] : () => import('./NotFound.svelte');
}
