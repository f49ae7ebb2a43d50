import type { PolicyFault } from "@checkride/api/policy";
import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldGutter, foldKeymap, indentUnit } from "@codemirror/language";
import { type Action, type Diagnostic, lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { leaveByEscape } from "../../design/editor-keys.ts";
import { editorTheme } from "../../design/editor-theme.ts";
import { faultText, rangeOf } from "./fault-places.ts";
import { suggestFromSchema } from "./schema-completion.ts";

/** What was most likely meant, written in its place by one press. */
const fixesOf = ({ meant }: PolicyFault): Action[] =>
  meant === null
    ? []
    : [
        {
          name: `Write ${meant}`,
          apply: (view, from, to) => view.dispatch({ changes: { from, to, insert: meant } }),
        },
      ];

export const diagnosticsOf = (text: string, faults: readonly PolicyFault[]): Diagnostic[] =>
  faults.map((fault) => ({
    ...rangeOf(text, fault),
    severity: fault.severity,
    message: faultText(fault),
    actions: fixesOf(fault),
  }));

const complete =
  (schema: () => unknown) =>
  (context: CompletionContext): CompletionResult | null => {
    const text = context.state.doc.toString();
    const found = suggestFromSchema(schema(), text, context.pos);
    if (!found || (found.from === context.pos && !context.explicit)) return null;
    return {
      from: found.from,
      options: found.suggestions.map(({ label, detail, insert }) => ({
        label,
        detail,
        apply: insert,
        type: insert === label ? "enum" : "property",
      })),
      validFor: /^[\w-]*$/,
    };
  };

export type EditorNeeds = {
  readonly label: string;
  readonly readOnly: boolean;
  readonly schema: () => unknown;
};

const writing = (schema: () => unknown): Extension => [
  leaveByEscape,
  history(),
  closeBrackets(),
  autocompletion({ override: [complete(schema)], icons: false }),
  keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, indentWithTab]),
];

export const editorExtensions = (needs: EditorNeeds): Extension => [
  lineNumbers(),
  lintGutter(),
  foldGutter(),
  drawSelection(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  bracketMatching(),
  search({ top: true }),
  indentUnit.of("  "),
  yaml(),
  needs.readOnly ? EditorState.readOnly.of(true) : writing(needs.schema),
  keymap.of([...lintKeymap, ...searchKeymap, ...foldKeymap, ...defaultKeymap]),
  EditorView.contentAttributes.of({ "aria-label": needs.label, tabindex: "0" }),
  editorTheme,
  EditorView.theme({ "&": { height: "clamp(320px, 62vh, 900px)" } }),
];
