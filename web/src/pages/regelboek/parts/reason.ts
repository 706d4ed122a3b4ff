// Why something cannot be read, in words for who wanted to.
import { Unanswered } from '../../../api/client';
import { Refused } from '../../../engine/worker-calls';
import { t } from '../../../lib/language.svelte';

export type Reason = {
  title: string;
  text: string;
  /** Whether trying again may help. */
  passing: boolean;
};

export function reason(error: unknown): Reason {
  if (error instanceof Unanswered) return { title: error.title, text: error.message, passing: error.passing };
  const title = t('Er ging iets mis', 'Something went wrong');
  if (error instanceof Refused) return { title, text: error.message, passing: false };
  const text = t(
    'Dat ligt niet aan u. Kijk of u internet hebt, en probeer het opnieuw.',
    'You did nothing wrong. See whether you are on line, and try again.',
  );
  return { title, text, passing: true };
}
