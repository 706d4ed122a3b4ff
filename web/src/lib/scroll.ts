// How far somebody was on a page: with Back they come there again, also when the page is filled later than its address
// changes, which the browser itself does not wait for.

/** So long after the last scroll it is kept, and so long a page may take to be filled, in milliseconds. */
const [REST, FILLED] = [100, 3000];

/** Keeps in the history of the browser how far each page is scrolled. */
export function keepScroll() {
  history.scrollRestoration = 'manual';
  let rest: ReturnType<typeof setTimeout> | undefined;
  const keep = () => history.replaceState({ ...history.state, scroll: scrollY }, '');
  addEventListener(
    'scroll',
    () => {
      clearTimeout(rest);
      rest = setTimeout(keep, REST);
    },
    { passive: true },
  );
}

/** Scrolls to where somebody was, once the page is that long; unless they scroll or type themselves first. */
export function scrollBack(to: number) {
  const reach = () => {
    if (document.documentElement.scrollHeight < to + innerHeight) return false;
    scrollTo({ top: to, behavior: 'instant' });
    return true;
  };
  if (reach()) return;
  const ended = new AbortController();
  const watch = new ResizeObserver(() => reach() && ended.abort());
  ended.signal.addEventListener('abort', () => watch.disconnect());
  for (const own of ['wheel', 'keydown', 'pointerdown'])
    addEventListener(own, () => ended.abort(), { signal: ended.signal, passive: true });
  setTimeout(() => ended.abort(), FILLED);
  watch.observe(document.body);
}
