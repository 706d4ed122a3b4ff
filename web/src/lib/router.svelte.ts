// Which page is shown: the path of the address. Links work without this; with it no page is loaded anew.
import { keepScroll, scrollBack } from './scroll';

/** What the browser keeps of a place in its history: where on the page, and where somebody came from. */
type Mark = { place?: string; from?: string | undefined };

class Router {
  path = $state(location.pathname);
  #mark: Mark = $state.raw(history.state ?? {});
  /** Where on the page somebody is, when the page has places of its own; with Back it is where they were. */
  place = $derived(this.#mark.place);

  /** Goes to a page of this site. */
  go(path: string, { replace = false } = {}) {
    const address = path + (path.includes('?') ? '' : location.search);
    history[replace ? 'replaceState' : 'pushState']({}, '', address);
    this.#mark = {};
    this.path = location.pathname;
    scrollTo(0, 0);
  }

  /** Goes to a place on this page: with Back somebody comes to the one before. The first place is that of the page. */
  goTo(place: string) {
    if (place === this.place) return;
    const first = this.place === undefined;
    this.#mark = first ? { place } : { place, from: this.place };
    history[first ? 'replaceState' : 'pushState'](this.#mark, '');
  }

  /** Goes back to a place, when that is the one before; says whether it was. */
  backTo(place: string): boolean {
    if (this.#mark.from !== place) return false;
    history.back();
    return true;
  }

  /** Lets links within the site go through here. */
  listen() {
    keepScroll();
    scrollBack(history.state?.scroll ?? 0);
    addEventListener('popstate', ({ state }) => {
      this.#mark = state ?? {};
      this.path = location.pathname;
      scrollBack(state?.scroll ?? 0);
    });
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest?.('a[href^="/"]');
      const plain =
        event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (!link || !plain || event.defaultPrevented || link.hasAttribute('download')) return;
      if (link.getAttribute('href')!.startsWith('/api/') || link.getAttribute('target')) return;
      event.preventDefault();
      this.go(link.getAttribute('href')!);
    });
  }
}

export const router = new Router();

/** The rest of the path behind a prefix, decoded; nothing when the path does not start so. */
export function behind(prefix: string): string | null {
  if (!router.path.startsWith(prefix)) return null;
  return decodeURIComponent(router.path.slice(prefix.length));
}
