import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { faultLine, showFaultLine } from "./editor-fault-line.ts";
import { leaveByEscape } from "./editor-keys.ts";
import { type EditorLanguage, languageExtension } from "./editor-languages.ts";
import { codeEditorTheme } from "./editor-theme.ts";
import { useEditor } from "./use-editor.ts";

export type CodeEditorHandle = { readonly showLine: (line: number) => void };

type CodeEditorProps = {
  readonly label: string;
  readonly language: EditorLanguage;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Ctrl or ⌘ with Enter. */
  readonly onRun: () => void;
  /** Ctrl or ⌘ with Shift and Enter. */
  readonly onSubmit?: () => void;
  /** The focus goes elsewhere. */
  readonly onLeave?: () => void;
  readonly isReadOnly?: boolean;
  /** As high as what it stands in, instead of as high as its text. */
  readonly fills?: boolean;
  /** Where something did not load; null: nowhere. */
  readonly fault?: number | null;
  readonly ref?: Ref<CodeEditorHandle>;
};

const handing = (does: () => void) => () => {
  does();
  return true;
};

const writing: Extension = [
  leaveByEscape,
  history(),
  closeBrackets(),
  highlightActiveLine(),
  autocompletion({ icons: false, activateOnTyping: false }),
  keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, indentWithTab]),
];

// Before the common theme: what comes first wins.
const asHighAsText = EditorView.theme({
  "&": { maxHeight: "60vh", border: "0" },
  ".cm-content": { minHeight: "7em" },
  "&.cm-focused": { outlineOffset: "-2px" },
});
const asHighAsFrame = EditorView.theme({
  "&": { height: "100%", border: "0", borderRadius: "0" },
  ".cm-gutters": { borderRight: "0" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 14px 0 18px" },
  ".cm-content": { padding: "14px 0" },
  "&.cm-focused": { outlineOffset: "-2px" },
});

type Needs = Pick<CodeEditorProps, "label" | "language" | "isReadOnly" | "fills"> & {
  readonly onRun: () => void;
  readonly onSubmit: () => void;
  readonly onLeave: () => void;
};

const extensionsFor = (needs: Needs): Extension => [
  Prec.highest(
    keymap.of([
      { key: "Mod-Enter", run: handing(needs.onRun) },
      { key: "Mod-Shift-Enter", run: handing(needs.onSubmit) },
    ]),
  ),
  lineNumbers(),
  drawSelection(),
  bracketMatching(),
  highlightSelectionMatches(),
  search({ top: true }),
  faultLine,
  languageExtension(needs.language),
  needs.isReadOnly ? EditorState.readOnly.of(true) : writing,
  keymap.of([...searchKeymap, ...defaultKeymap]),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ "aria-label": needs.label, tabindex: "0" }),
  EditorView.domEventHandlers({ blur: needs.onLeave }),
  needs.fills ? asHighAsFrame : asHighAsText,
  codeEditorTheme,
];

/** An editor for the learner's own code, and for what belongs to it and is only read. */
export const CodeEditor = (props: CodeEditorProps) => {
  const { label, language, text, onText, isReadOnly = false, fills = false, fault = null } = props;
  const latest = useRef(props);
  latest.current = props;
  const { host, view } = useEditor({
    text,
    onText,
    madeFor: `${label} ${language} ${isReadOnly}`,
    extensions: () =>
      extensionsFor({
        label,
        language,
        isReadOnly,
        fills,
        onRun: () => latest.current.onRun(),
        onSubmit: () => latest.current.onSubmit?.(),
        onLeave: () => latest.current.onLeave?.(),
      }),
  });
  useEffect(() => showFaultLine(view.current, fault), [view, fault]);
  useImperativeHandle(props.ref, () => ({
    showLine: (number) => {
      const editor = view.current;
      if (!editor) return;
      const { from } = editor.state.doc.line(Math.min(number, editor.state.doc.lines));
      editor.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      editor.focus();
    },
  }));
  return <div ref={host} className="code-editor" data-fills={fills || undefined} />;
};
