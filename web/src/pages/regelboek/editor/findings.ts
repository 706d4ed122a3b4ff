// What the engine says of a draft, brought home to the change that it is about.
import type { Draft, Finding } from '../../../engine/rulebook';
import { t } from '../../../lib/language.svelte';
import { capital } from '../../../lib/wording';
import type { Change, Line, NewChange, RuleChange } from './changes';
import { OWN } from './unusable';

export type Placed = {
  /** The change it is about; nothing when it stands elsewhere. */
  change: Change | undefined;
  /** The line in the text of the rule, or in the file when it stands elsewhere. */
  line: number;
  column: number;
  toLine: number;
  toColumn: number;
  file: string;
  /** The parameter whose value is wrong. */
  parameter: string | undefined;
  /** Whether it is of the day from which on values hold. */
  ofDay: boolean;
  text: string;
  suggestion: string | null;
};

const PATH = /^(?:(regels|parameters)\[(\d+)\](?:\.\w+)?|datum): /;

type Now = { rules: RuleChange[]; news: NewChange[]; lines: Line[]; begun: boolean };

/** What was found in a draft that was tried, for the draft as it is now: what was undone since has no mistakes. */
export function placed(found: Finding[], tried: Draft, { rules, news, lines, begun }: Now): Placed[] {
  return found.flatMap((one) => {
    const path = PATH.exec(one.melding);
    const at = Number(path?.[2]);
    const ofValue = path?.[1] === 'parameters' ? tried.parameters[at] : undefined;
    const value = lines.find(
      (line) => line.parameter === ofValue?.parameter && line.gemeente === ofValue.gemeente,
    );
    const ofRule = path?.[1] === 'regels' ? tried.regels[at]?.regel : one.in_regel?.id;
    const ofFile = tried.bestanden.some((file) => file.bestand === one.bestand);
    const change =
      value?.change ??
      rules.find((rule) => rule.id === ofRule) ??
      news.find((file) => file.id === one.bestand);
    if (!begun || (!change && (ofValue || ofRule || ofFile))) return [];
    const line = one.in_regel?.regel ?? one.regel;
    const message = capital(one.melding.replace(PATH, ''));
    return {
      change,
      line,
      column: one.kolom,
      toLine: line + (one.tot_regel ?? one.regel) - one.regel,
      toColumn: one.tot_kolom ?? one.kolom + 1,
      parameter: value?.parameter,
      ofDay: one.melding.startsWith('datum: '),
      file: one.bestand === OWN ? '' : one.bestand,
      text: [message.replace(/[.]?$/, '.'), one.hulp && capital(one.hulp)].filter(Boolean).join(' '),
      suggestion: one.suggestie,
    };
  });
}

/** Where a mistake stands, in words. */
export function placeText({ change, line, column, file, parameter, ofDay }: Placed): string {
  if (ofDay) return t('Vanaf welke dag', 'From which day');
  if (parameter) return parameter;
  if (change) return t(`Regel ${line}, teken ${column}`, `Line ${line}, character ${column}`);
  return file ? t(`${file}, regel ${line}`, `${file}, line ${line}`) : '';
}

/** Where a mistake stands in a text, counted as CodeMirror counts. Columns count characters, from 1. */
export function place(text: string, finding: Placed): { from: number; to: number } {
  const lines = text.split('\n');
  const offset = (line: number, column: number) => {
    const at = Math.min(Math.max(line, 1), lines.length) - 1;
    const before = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0);
    return before + [...lines[at]!].slice(0, column - 1).join('').length;
  };
  const from = offset(finding.line, finding.column);
  const to = Math.max(from, offset(finding.toLine, finding.toColumn));
  // A mistake at the end of a line has no width; the letter before it shows it.
  return from === to ? { from: Math.max(0, from - 1), to } : { from, to };
}
