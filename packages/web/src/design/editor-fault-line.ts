import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

const setFault = StateEffect.define<number | null>();
const look = Decoration.line({ class: "cm-faultLine" });

/** The line where something did not load; it stays with its text while other lines change. */
const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, transaction) => {
    const effect = transaction.effects.find((one) => one.is(setFault));
    if (!effect?.is(setFault)) return before.map(transaction.changes);
    const { doc } = transaction.state;
    return effect.value === null || effect.value > doc.lines
      ? Decoration.none
      : Decoration.set([look.range(doc.line(effect.value).from)]);
  },
  provide: (own) => EditorView.decorations.from(own),
});

export const faultLine: Extension = [
  field,
  EditorView.theme({
    ".cm-faultLine": {
      backgroundColor: "var(--lapsed-wash)",
      boxShadow: "inset 3px 0 0 var(--lapsed)",
    },
  }),
];

export const showFaultLine = (view: EditorView | null, line: number | null): void =>
  view?.dispatch({ effects: setFault.of(line) });
