// Light or dark: as the device has it, until somebody turns it. Not kept: nothing is stored on the device.

const device = matchMedia('(prefers-color-scheme: dark)');

class Theme {
  #device = $state(device.matches);
  #chosen = $state<boolean | null>(null);
  dark = $derived(this.#chosen ?? this.#device);

  constructor() {
    device.addEventListener('change', () => (this.#device = device.matches));
  }

  turn = () => {
    this.#chosen = !this.dark;
    document.documentElement.dataset.theme = this.#chosen ? 'dark' : 'light';
  };
}

export const theme = new Theme();
