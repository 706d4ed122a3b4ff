// The day that is worked out for.
import { dayWithAmounts } from '../engine/engine';

export const today = () => new Date().toLocaleDateString('sv-SE');

let known: { asked: string; day: Promise<string> } | undefined;

/** The day to work out for when somebody asks today: the last one before it, when there are no amounts for today yet. */
export function dayToWorkOut(): Promise<string> {
  const asked = today();
  if (known?.asked !== asked) known = { asked, day: dayWithAmounts(asked).then((day) => day ?? asked) };
  return known.day;
}
