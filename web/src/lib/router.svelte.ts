// Which page is shown: the path of the address. Links work without this; with it no page is loaded anew.

class Router {
  path = $state(location.pathname);

  /** Goes to a page of this site. */
  go(path: string, { replace = false } = {}) {
    const address = path + (path.includes('?') ? '' : location.search);
    history[replace ? 'replaceState' : 'pushState']({}, '', address);
    this.path = location.pathname;
    scrollTo(0, 0);
  }

  /** Lets links within the site go through here. */
  listen() {
    addEventListener('popstate', () => (this.path = location.pathname));
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
