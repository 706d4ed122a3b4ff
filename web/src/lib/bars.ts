// Horizontal bars with their names and amounts beside them; below zero they go to the left.
import { axisY, barX, plot, ruleX, text } from '@observablehq/plot';

export type Bar = { name: string; amount: number; label: string; colour: string };

/** `least` is what the longest bar stands for at least, so that a few euros do not look like much. */
export function drawBars(bars: Bar[], width: number, least = 0): Element {
  const narrow = width < 520;
  const amounts = bars.map((bar) => bar.amount);
  const below = bars.some((bar) => bar.amount < 0);
  const above = bars.some((bar) => bar.amount > 0);
  const room = narrow ? 76 : 120;
  const [positive, negative] = [bars.filter((bar) => bar.amount >= 0), bars.filter((bar) => bar.amount < 0)];
  const named = { x: 'amount', y: 'name', text: 'label', fill: 'var(--ink)', fontWeight: 600 } as const;
  return plot({
    width,
    height: bars.length * 44 + 20,
    marginLeft: narrow ? 118 : 200,
    marginRight: 4,
    marginTop: 4,
    marginBottom: 4,
    insetLeft: below ? room : 0,
    insetRight: above ? room : 0,
    x: { axis: null, domain: [Math.min(0, ...amounts), Math.max(0, ...amounts, least)] },
    y: { domain: bars.map((bar) => bar.name), padding: 0.3, label: null },
    marks: [
      axisY({ tickSize: 0, lineWidth: narrow ? 7.5 : 13, tickPadding: 8 }),
      barX(bars, { x: 'amount', y: 'name', fill: 'colour', rx: 2 }),
      ruleX([0], { stroke: 'var(--line-strong)' }),
      text(positive, { ...named, textAnchor: 'start', dx: 6 }),
      text(negative, { ...named, textAnchor: 'end', dx: -6 }),
    ],
  });
}
