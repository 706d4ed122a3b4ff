// Horizontal bars with their names and amounts; below zero they go to the left.
import { axisY, barX, plot, ruleX, text } from '@observablehq/plot';

export type Bar = { name: string; amount: number; label: string; colour: string };

/** `least` is what the longest bar stands for at least, so that a few euros do not look like much. */
export function drawBars(bars: Bar[], width: number, least = 0): Element {
  // Beside a bar there is no room for its name on a narrow screen: it stands above.
  const narrow = width < 520;
  const amounts = bars.map((bar) => bar.amount);
  const [positive, negative] = [bars.filter((bar) => bar.amount >= 0), bars.filter((bar) => bar.amount < 0)];
  // Beside the longest bars there is room for the longest label, in letters of some 8 pixels.
  const room = (side: Bar[]) =>
    side.some((bar) => bar.amount !== 0) ? 12 + 8 * Math.max(...side.map((bar) => bar.label.length)) : 0;
  const named = { x: 'amount', y: 'name', text: 'label', fill: 'var(--ink)', fontWeight: 600 } as const;
  const names = narrow
    ? text(bars, {
        y: 'name',
        text: 'name',
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: -24,
        // The line at zero goes behind it.
        stroke: 'var(--paper)',
        strokeWidth: 4,
        fill: 'var(--ink)',
      })
    : axisY({ tickSize: 0, lineWidth: 13, tickPadding: 8 });
  return plot({
    width,
    height: bars.length * (narrow ? 56 : 44) + 20,
    marginLeft: narrow ? 4 : 200,
    marginRight: 4,
    marginTop: narrow ? 16 : 4,
    marginBottom: 4,
    insetLeft: room(negative),
    insetRight: room(positive),
    x: { axis: null, domain: [Math.min(0, ...amounts), Math.max(0, ...amounts, least)] },
    y: { axis: null, label: null, domain: bars.map((bar) => bar.name), padding: narrow ? 0.5 : 0.3 },
    marks: [
      ruleX([0], { stroke: 'var(--line-strong)' }),
      names,
      barX(bars, { x: 'amount', y: 'name', fill: 'colour', rx: 2 }),
      text(positive, { ...named, textAnchor: 'start', dx: 6 }),
      text(negative, { ...named, textAnchor: 'end', dx: -6 }),
    ],
  });
}
