// What the chart of work says, in words.
import type { WorkBreak, WorkPays } from '../../../../engine/answers';
import { t } from '../../../../lib/language.svelte';
import { count, euro } from '../../../../lib/wording';
import { hoursOf } from './lines';
import { nameOfOutcome } from '../../../../texts/outcomes';

const names = (parts: string[]) => parts.map((part) => nameOfOutcome(part).toLowerCase()).join(', ');

/** A wage, with its hours when those are what rises. */
export function wageOf(work: WorkPays, gross: number): string {
  const hours = hoursOf(work, gross);
  return hours === undefined
    ? euro(gross)
    : `${euro(gross)} (${count(hours)} ${t('uur per week', 'hours a week')})`;
}

/** What is left of every € 100 of wage. */
export const leftOf = (slope: number) => euro(Math.round(slope * 10000) / 100);

/** What happens at a breakpoint. */
export function breakText(work: WorkPays, at: WorkBreak): string {
  const wage = wageOf(work, at.bruto);
  if (at.soort === 'sprong') {
    const amount = euro(Math.abs(Math.round(at.bedrag * 100) / 100));
    return at.bedrag < 0
      ? t(
          `Verdient u meer dan ${wage}, dan daalt het inkomen ineens met ${amount} per jaar.`,
          `Above ${wage} the income falls at once by ${amount} a year.`,
        )
      : t(
          `Verdient u meer dan ${wage}, dan stijgt het inkomen ineens met ${amount} per jaar.`,
          `Above ${wage} the income rises at once by ${amount} a year.`,
        );
  }
  if (at.helling_voor === null || at.helling_na === null) {
    return t(
      `Vanaf ${wage} blijft er een ander deel over van elke euro.`,
      `From ${wage} another part of every euro is left.`,
    );
  }
  const [before, after] = [leftOf(at.helling_voor), leftOf(at.helling_na)];
  return t(
    `Vanaf ${wage} houdt u van elke € 100 erbij ${after} over. Daarvoor was dat ${before}.`,
    `From ${wage} you keep ${after} of every extra €100. Before, that was ${before}.`,
  );
}

/** Which parts of the income make a breakpoint. */
export const partsOf = (at: WorkBreak) => names(at.soort === 'sprong' ? Object.keys(at.delen) : at.knikken);

/** The stretches of wage on which the income falls while the wage rises, apart from jumps. */
function falling(work: WorkPays): [number, number][] {
  const stretches: [number, number][] = [];
  work.punten.forEach((point, at) => {
    const before = work.punten[at - 1];
    // Less than a cent on every hundred euro is rounding.
    if (
      !before ||
      point.bruto - before.bruto < 1 ||
      before.netto - point.netto < (point.bruto - before.bruto) / 1e4
    )
      return;
    const last = stretches.at(-1);
    if (last && Math.abs(last[1] - before.bruto) < 1) last[1] = point.bruto;
    else stretches.push([before.bruto, point.bruto]);
  });
  return stretches;
}

/** The essence: what is left of € 100 more now, and where the income falls. */
export function essence(work: WorkPays): string {
  const sentences: string[] = [];
  if (work.nu) {
    const left = leftOf(1 - work.nu.marginale_druk);
    const [now, net] = [euro(Math.round(work.nu.bruto)), euro(Math.round(work.nu.netto))];
    sentences.push(
      t(
        `Met een loon van ${now} is er ${net} per jaar te besteden.`,
        `With a wage of ${now} there is ${net} a year to spend.`,
      ),
      t(
        `Van elke € 100 loon erbij blijft nu ${left} over.`,
        `Of every extra €100 of wage ${left} is left now.`,
      ),
    );
  }
  const falls = work.breekpunten.filter((at) => at.soort === 'sprong' && at.bedrag < -1);
  const worst = falls.reduce((most, at) => (at.bedrag < (most?.bedrag ?? 0) ? at : most), falls[0]);
  if (worst) {
    const [wage, amount] = [euro(Math.round(worst.bruto)), euro(Math.round(-worst.bedrag))];
    sentences.push(
      falls.length === 1
        ? t(
            `Boven ${wage} daalt het inkomen ineens met ${amount}.`,
            `Above ${wage} the income falls at once by ${amount}.`,
          )
        : t(
            `Op ${falls.length} plaatsen daalt het inkomen ineens; het meest boven ${wage}: ${amount}.`,
            `In ${falls.length} places the income falls at once; most above ${wage}: ${amount}.`,
          ),
    );
  }
  for (const [from, to] of falling(work)) {
    const [low, high] = [euro(Math.round(from)), euro(Math.round(to))];
    sentences.push(
      t(
        `Tussen ${low} en ${high} daalt het inkomen als het loon stijgt.`,
        `Between ${low} and ${high} the income falls while the wage rises.`,
      ),
    );
  }
  if (!worst && falling(work).length === 0) {
    sentences.push(
      t(
        'Nergens op deze lijn daalt het inkomen als het loon stijgt.',
        'Nowhere on this line does the income fall when the wage rises.',
      ),
    );
  }
  return sentences.join(' ');
}
