// The chart of net income against wage: a line with its jumps and bends.
import { axisX, axisY, dot, gridY, line, plot, pointerX, ruleX, text, tip } from '@observablehq/plot';
import type { WorkPays } from '../../../../engine/answers';
import { t } from '../../../../lib/language.svelte';
import { count, euro, round, signed } from '../../../../lib/wording';

/** The hours a week that bring in a wage; nothing when it is wages that rise. */
export function hoursOf(work: WorkPays, gross: number): number | undefined {
  if (work.grootheid === 'loon' || !work.loon_per_weekuur) return undefined;
  return gross / work.loon_per_weekuur.per_jaar;
}

/** What stands on the axis of wages. */
export function scaleOf(work: WorkPays) {
  const hours = work.grootheid !== 'loon';
  return {
    of: (at: { bruto: number }) => hoursOf(work, at.bruto) ?? at.bruto,
    name: hours ? t('Uren per week', 'Hours a week') : t('Bruto loon per jaar', 'Gross wage a year'),
    shown: (value: number) => (hours ? count(value) : round(value)),
  };
}

/** The net income at a wage between two points. */
function netAt(work: WorkPays, gross: number): number | undefined {
  const after = work.punten.findIndex((point) => point.bruto > gross);
  const [low, high] = [work.punten[after - 1], work.punten[after]];
  if (!low || !high) return work.punten.find((point) => point.bruto === gross)?.netto;
  return low.netto + ((high.netto - low.netto) * (gross - low.bruto)) / (high.bruto - low.bruto);
}

/** Where the visitor stands now, when that is on the chart. */
export function nowOn(work: WorkPays): { x: number; y: number } | undefined {
  const { nu, punten } = work;
  if (!nu || nu.bruto < punten[0]!.bruto || nu.bruto > punten.at(-1)!.bruto) return undefined;
  return { x: hoursOf(work, nu.bruto) ?? nu.bruto, y: nu.netto };
}

export function drawLine(work: WorkPays, width: number): Element {
  const { of, name, shown } = scaleOf(work);
  const points = work.punten.map((point) => ({ x: of(point), y: point.netto, gross: point.bruto }));
  const breaks = work.breekpunten.map((at) => ({ ...at, x: of(at), y: netAt(work, at.bruto) ?? 0 }));
  // Less than a euro is not to be seen; the list below the chart has it.
  const jumps = breaks.filter((at) => at.soort === 'sprong' && Math.abs(at.bedrag) >= 1);
  const bends = breaks.filter((at) => at.soort === 'knik');
  const now = nowOn(work);
  const narrow = width < 520;
  const named = {
    x: 'x',
    y: 'y',
    text: (at: (typeof jumps)[number]) => signed(Math.round(at.bedrag)),
    fontWeight: 600,
    fill: 'var(--ink)',
    stroke: 'var(--paper)',
    strokeWidth: 5,
  };
  return plot({
    width,
    height: Math.round(Math.min(460, Math.max(280, width * 0.5))),
    marginLeft: 76,
    marginRight: 30,
    marginBottom: 52,
    marginTop: 44,
    x: { domain: [points[0]!.x, points.at(-1)!.x] },
    y: { nice: true },
    marks: [
      gridY({ stroke: 'var(--line)', strokeOpacity: 1 }),
      axisY({
        label: t('Netto per jaar', 'Net a year'),
        labelArrow: 'none',
        labelAnchor: 'top',
        tickFormat: round,
        ticks: 6,
      }),
      axisX({
        label: name,
        labelArrow: 'none',
        labelAnchor: 'center',
        tickFormat: shown,
        ticks: narrow ? 4 : 8,
      }),
      now ? ruleX([now.x], { stroke: 'var(--chart-6)', strokeDasharray: '5 4' }) : null,
      line(points, { x: 'x', y: 'y', stroke: 'var(--chart-1)', strokeWidth: 3, strokeLinejoin: 'round' }),
      dot(bends, { x: 'x', y: 'y', r: 4, fill: 'var(--card)', stroke: 'var(--chart-1)', strokeWidth: 2 }),
      dot(jumps, {
        x: 'x',
        y: 'y',
        r: 7,
        symbol: (at: (typeof jumps)[number]) => (at.bedrag < 0 ? 'diamond' : 'triangle'),
        fill: (at: (typeof jumps)[number]) => (at.bedrag < 0 ? 'var(--chart-2)' : 'var(--chart-3)'),
        stroke: 'var(--card)',
      }),
      text(
        jumps.filter((at) => at.bedrag <= -100),
        { ...named, dy: -16 },
      ),
      text(
        jumps.filter((at) => at.bedrag >= 100),
        { ...named, dx: 12, textAnchor: 'start' },
      ),
      now
        ? dot([now], {
            x: 'x',
            y: 'y',
            r: 7,
            symbol: 'square',
            fill: 'var(--ink)',
            stroke: 'var(--card)',
            strokeWidth: 2,
          })
        : null,
      now
        ? text([now], {
            x: 'x',
            frameAnchor: 'top',
            dy: -14,
            text: () => t('nu', 'now'),
            fontWeight: 700,
            fill: 'var(--ink)',
          })
        : null,
      tip(
        points,
        pointerX({
          x: 'x',
          y: 'y',
          fill: 'var(--card)',
          stroke: 'var(--line-strong)',
          title: (point: (typeof points)[number]) =>
            `${t('Loon', 'Wage')} ${euro(Math.round(point.gross))}\n${t('Netto', 'Net')} ${euro(Math.round(point.y))}`,
        }),
      ),
    ],
  });
}
