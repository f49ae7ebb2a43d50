import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { type Extension, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { useEffect, useRef } from "react";
import { leaveByEscape } from "./editor-keys.ts";
import { codeEditorTheme } from "./editor-theme.ts";

type CodeEditorProps = {
  readonly label: string;
  readonly language: "ts" | "python";
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Ctrl or ⌘ with Enter. */
  readonly onRun: () => void;
};

type Needs = Pick<CodeEditorProps, "label" | "language"> & {
  readonly onText: (text: string) => void;
  readonly onRun: () => void;
};

const extensionsFor = ({ label, language, onText, onRun }: Needs): Extension => [
  leaveByEscape,
  Prec.highest(
    keymap.of([
      {
        key: "Mod-Enter",
        run: () => {
          onRun();
          return true;
        },
      },
    ]),
  ),
  lineNumbers(),
  history(),
  drawSelection(),
  highlightActiveLine(),
  bracketMatching(),
  closeBrackets(),
  autocompletion({ icons: false, activateOnTyping: false }),
  language === "ts" ? javascript({ typescript: true }) : python(),
  indentUnit.of(language === "ts" ? "  " : "    "),
  keymap.of([
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...historyKeymap,
    indentWithTab,
    ...defaultKeymap,
  ]),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ "aria-label": label }),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) onText(update.state.doc.toString());
  }),
  // Before the common theme: what comes first wins.
  EditorView.theme({
    "&": { maxHeight: "60vh", border: "0" },
    ".cm-content": { minHeight: "7em" },
    "&.cm-focused": { outlineOffset: "-2px" },
  }),
  codeEditorTheme,
];

/**
 * An editor for the learner's own code. It lives in a shadow root: there its styles are adopted sheets, which a
 * content security policy without inline styles allows.
 */
export const CodeEditor = (props: CodeEditorProps) => {
  const { label, language, text } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    const made = new EditorView({
      doc: latest.current.text,
      parent: root,
      root,
      extensions: extensionsFor({
        label,
        language,
        onText: (changed) => latest.current.onText(changed),
        onRun: () => latest.current.onRun(),
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [label, language]);

  useEffect(() => {
    const doc = view.current?.state.doc;
    if (!doc || doc.toString() === text) return;
    view.current?.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
  }, [text]);

  return <div ref={host} className="code-editor" />;
};
