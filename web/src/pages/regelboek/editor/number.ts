// Values of parameters as somebody types them, and as the engine takes them.

/** A number as Dutch people write it: `1.234,56`, `1,912` or `1234`. Nothing when it is none. */
export function numberOf(typed: string): number | undefined {
  const text = typed.replace(/[\s€%\u00a0]/g, '').replace('−', '-');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}

/** A number to type further in. */
export const numberText = (value: number) => String(value).replace('.', ',');

/** A value with its unit: `2219 €`. What is no number goes as it was typed; the engine says what is wrong. */
export function valueText(typed: string, unit: string | null): string {
  const value = numberOf(typed);
  if (value === undefined) return typed.trim();
  if (unit === '%') return `${numberText(value)}%`;
  return unit ? `${numberText(value)} ${unit}` : numberText(value);
}
