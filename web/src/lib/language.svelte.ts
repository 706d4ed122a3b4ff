// The language of the page: Dutch first, English second. Kept in the address, so that a link keeps it.

export type Code = 'nl' | 'en';

const asked = new URLSearchParams(location.search).get('taal');

class Language {
  code = $state<Code>(asked === 'en' ? 'en' : 'nl');

  /** Chooses between the two languages. */
  pick = <T>(dutch: T, english: T): T => (this.code === 'en' ? english : dutch);

  set(code: Code) {
    this.code = code;
    document.documentElement.lang = code;
    const address = new URL(location.href);
    if (code === 'en') address.searchParams.set('taal', 'en');
    else address.searchParams.delete('taal');
    history.replaceState(history.state, '', address);
  }
}

export const language = new Language();
document.documentElement.lang = language.code;

/** A text in the language of the page. */
export const t = language.pick;
