// The text area for a rule: CodeMirror with our marking, our names and our look.
import { autocompletion, completionKeymap, type CompletionContext } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState, RangeSetBuilder, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  keymap,
  lineNumbers,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import type { Name } from '../../../engine/rulebook';
import { t } from '../../../lib/language.svelte';
import { piecesOf } from '../../../lib/regelspraak';
import { namesFor } from './complete';

function marked(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      let start = line.from;
      for (const piece of piecesOf(line.text)) {
        const end = start + piece.text.length;
        if (piece.kind) builder.add(start, end, Decoration.mark({ class: `rs-${piece.kind}` }));
        start = end;
      }
      at = line.to + 1;
    }
  }
  return builder.finish();
}

const marking = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = marked(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = marked(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const look = EditorView.theme({
  '&': { background: 'var(--card)', color: 'var(--ink)', fontSize: '1rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.65', maxBlockSize: '32rem' },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: '0.75rem', minBlockSize: '10rem' },
  '.cm-gutters': { background: 'var(--soft)', color: 'var(--ink-soft)', border: '0' },
  '.rs-note': { color: 'var(--ink-soft)', fontStyle: 'italic' },
  '.rs-source': { color: 'var(--brand)' },
  '.rs-heading': { fontWeight: '700' },
  '.rs-keyword': { color: 'var(--code-keyword)', fontWeight: '600' },
  '.rs-number': { color: 'var(--code-number)' },
  '.rs-text': { color: 'var(--code-text)' },
  '.cm-lintRange-error': {
    background: 'var(--bad-soft)',
    // WebKit takes no wave from the shorthand.
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationColor: 'var(--bad)',
    textUnderlineOffset: '0.2em',
  },
  '.cm-tooltip': {
    background: 'var(--card)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--round)',
    maxInlineSize: 'min(34rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--text)', maxBlockSize: '16rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.375rem 0.625rem', whiteSpace: 'normal' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--brand)',
    color: 'var(--on-brand)',
  },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.85', marginInlineStart: '0.75rem' },
  '.cm-diagnostic': { padding: '0.5rem 0.75rem', borderInlineStart: '4px solid var(--bad)' },
  '.cm-diagnosticAction': { background: 'var(--brand)', color: 'var(--on-brand)', fontSize: '0.9375rem' },
});

const KINDS = { objecttype: 'objecttype', attribuut: 'van', kenmerk: 'van', rol: 'rol van' } as const;

/** What stands behind a name in the list: of what it is. A screen reader reads both as one text, with a space between. */
function detail({ soort, objecttype, datatype }: Name): string {
  if (soort === 'parameter') return datatype ?? 'parameter';
  if (soort === 'waarde') return objecttype ?? 'waarde';
  return objecttype ? `${KINDS[soort]} ${objecttype}` : KINDS[soort];
}

const completing = (names: Name[]) => (context: CompletionContext) => {
  const line = context.state.doc.lineAt(context.pos);
  const found = namesFor(names, line.text.slice(0, context.pos - line.from), context.explicit);
  if (!found) return null;
  const options = found.names.map((name) => ({ label: name.naam, detail: ` ${detail(name)}` }));
  return { from: line.from + found.from, options, filter: false };
};

/** What is typed over selected text. Left to the browser, Chromium would keep the look of what goes in a style of the text
 * itself, which the content security policy forbids. What is composed of several keys is left to it. */
const typingOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType, isComposing } = event;
    if (inputType !== 'insertText' || data === null || isComposing || view.state.selection.main.empty)
      return false;
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    event.preventDefault();
    return true;
  },
});

const phrases = () => ({
  Completions: t('Namen', 'Names'),
  'current match': t('nu gekozen', 'current match'),
  Diagnostics: t('Fouten', 'Mistakes'),
  'No diagnostics': t('Geen fouten', 'No mistakes'),
});

/** An editor for rule text. It lives in a shadow root: there CodeMirror adopts its style sheets, where elsewhere it
 * would write them into the page, which the content security policy forbids. */
export function makeEditor(
  root: ShadowRoot,
  text: string,
  label: string,
  names: Name[],
  changed: (text: string) => void,
): EditorView {
  const extensions: Extension[] = [
    lineNumbers(),
    lintGutter(),
    history(),
    marking,
    typingOver,
    look,
    EditorView.lineWrapping,
    EditorState.phrases.of(phrases()),
    autocompletion({ override: [completing(names)], icons: false }),
    // Tab is left alone: it goes to the next field, as everywhere on the page.
    keymap.of([...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
    // With a tabindex the text that scrolls is known to be in reach of the keyboard.
    EditorView.contentAttributes.of({ 'aria-label': label, lang: 'nl', spellcheck: 'false', tabindex: '0' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed(update.state.doc.toString());
    }),
  ];
  return new EditorView({ state: EditorState.create({ doc: text, extensions }), parent: root, root });
}
