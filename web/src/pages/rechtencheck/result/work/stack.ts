// The chart of what the net income is made of, against wage: areas that lie on each other.
import { areaY, axisX, axisY, gridY, line, lineY, plot, ruleX, ruleY, text } from '@observablehq/plot';
import type { WorkPays } from '../../../../engine/answers';
import { t } from '../../../../lib/language.svelte';
import { round } from '../../../../lib/wording';
import { nowOn, scaleOf } from './lines';

/** Parts that go together, so that there are few enough to tell apart. */
const GROUPS: { name: [string, string]; colour: string; parts: string[] }[] = [
  { name: ['eigen inkomen', 'own income'], colour: 'var(--chart-1)', parts: ['eigen_inkomen'] },
  { name: ['bijstand', 'bijstand'], colour: 'var(--chart-2)', parts: ['bijstand', 'aio', 'studietoeslag'] },
  {
    name: ['zorg en huur', 'care and rent'],
    colour: 'var(--chart-3)',
    parts: ['zorgtoeslag', 'huurtoeslag'],
  },
  {
    name: ['kinderen', 'children'],
    colour: 'var(--chart-4)',
    parts: ['kindgebonden_budget', 'kinderbijslag'],
  },
  { name: ['opvangtoeslag', 'childcare'], colour: 'var(--chart-5)', parts: ['kinderopvangtoeslag'] },
];
const COSTS = 'kosten_kinderopvang';

type Layer = { name: string; colour: string; points: { x: number; low: number; high: number }[] };

/** The layers from below, as far as there is something in them; what is in no group comes last. */
export function layersOf(work: WorkPays): Layer[] {
  const { of } = scaleOf(work);
  const grouped = GROUPS.flatMap((group) => group.parts);
  const rest = Object.keys(work.punten[0]?.delen ?? {}).filter(
    (part) => part !== COSTS && !grouped.includes(part),
  );
  const groups = [
    ...GROUPS,
    { name: ['gemeente', 'municipality'] as [string, string], colour: 'var(--chart-6)', parts: rest },
  ];
  const heights = work.punten.map(() => 0);
  const layers = groups.map(({ name, colour, parts }) => ({
    name: t(...name),
    colour,
    points: work.punten.map((point, at) => {
      const low = heights[at]!;
      const high = low + parts.reduce((sum, part) => sum + (point.delen[part] ?? 0), 0);
      heights[at] = high;
      return { x: of(point), low, high };
    }),
  }));
  return layers.filter((layer) => layer.points.some((point) => Math.abs(point.high - point.low) > 1));
}

/** Where the name of a layer fits best: where the layer is highest, not over an edge. */
function placeOf(layer: Layer, from: number, to: number, width: number) {
  // Half the name, at so many pixels a letter, in what is on the axis.
  const margin = ((layer.name.length * 4 + 6) / (width - 106)) * (to - from);
  const inside = layer.points.filter((point) => point.x >= from + margin && point.x <= to - margin);
  const points = inside.length > 0 ? inside : layer.points;
  const best = points.reduce((most, point) => (point.high - point.low > most.high - most.low ? point : most));
  return { x: best.x, y: (best.low + best.high) / 2, name: layer.name };
}

/** What the income is made of now, in words; nothing when that is not on the chart. */
export function madeOf(work: WorkPays): string | undefined {
  const now = nowOn(work);
  if (!now) return undefined;
  const thick = (point: Layer['points'][number]) => point.high - point.low;
  const parts = layersOf(work)
    .map(({ name, points }) => {
      const after = Math.max(
        1,
        points.findIndex((point) => point.x >= now.x),
      );
      const [low, high] = [points[after - 1]!, points[after]!];
      // Between two points every part moves along a line.
      const share = (now.x - low.x) / (high.x - low.x);
      return { name, amount: thick(low) + share * (thick(high) - thick(low)) };
    })
    .filter(({ amount }) => amount >= 1)
    .map(({ name, amount }) => `${name} ${round(amount)}`);
  return `${t('Met het loon van nu, per jaar', 'With the wage of now, a year')}: ${parts.join(', ')}.`;
}

export function drawStack(work: WorkPays, width: number): Element {
  const { of, name, shown } = scaleOf(work);
  const layers = layersOf(work);
  const [from, to] = [of(work.punten[0]!), of(work.punten.at(-1)!)];
  const net = work.punten.map((point) => ({ x: of(point), y: point.netto }));
  const costs = work.punten.some((point) => (point.delen[COSTS] ?? 0) < -1);
  const now = nowOn(work);
  const narrow = width < 520;
  return plot({
    width,
    height: Math.round(Math.min(480, Math.max(300, width * 0.5))),
    marginLeft: 76,
    marginRight: 30,
    marginBottom: 52,
    marginTop: 44,
    x: { domain: [from, to] },
    marks: [
      gridY({ stroke: 'var(--line)', strokeOpacity: 1 }),
      axisY({
        label: t('Per jaar', 'A year'),
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
      ...layers.flatMap((layer) => [
        areaY(layer.points, { x: 'x', y1: 'low', y2: 'high', fill: layer.colour, fillOpacity: 0.55 }),
        lineY(layer.points, { x: 'x', y: 'high', stroke: layer.colour, strokeWidth: 1.5 }),
      ]),
      ruleY([0], { stroke: 'var(--ink)' }),
      costs
        ? line(net, { x: 'x', y: 'y', stroke: 'var(--ink)', strokeWidth: 2.5, strokeDasharray: '2 3' })
        : null,
      now ? ruleX([now.x], { stroke: 'var(--ink)', strokeDasharray: '5 4' }) : null,
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
      text(
        layers.map((layer) => placeOf(layer, from, to, width)),
        {
          x: 'x',
          y: 'y',
          text: 'name',
          fontWeight: 600,
          fill: 'var(--ink)',
          stroke: 'var(--card)',
          strokeWidth: 4,
        },
      ),
    ],
  });
}
