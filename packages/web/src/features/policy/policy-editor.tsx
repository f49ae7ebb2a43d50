import type { PolicyFault } from "@checkride/api/policy";
import { setDiagnostics } from "@codemirror/lint";
import { EditorView } from "@codemirror/view";
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { diagnosticsOf, editorExtensions } from "./editor-setup.ts";
import { rangeOf } from "./fault-places.ts";

export type EditorHandle = { readonly jumpTo: (fault: PolicyFault) => void };

type PolicyEditorProps = {
  readonly label: string;
  readonly text: string;
  readonly faults: readonly PolicyFault[];
  readonly isReadOnly: boolean;
  readonly schema: unknown;
  readonly onText: (text: string) => void;
  readonly ref?: Ref<EditorHandle>;
};

/**
 * The editor lives in a shadow root: there its styles are adopted sheets, which a content security policy
 * without inline styles allows.
 */
const makeEditor = (
  host: HTMLElement,
  doc: string,
  needs: Parameters<typeof editorExtensions>[0],
): EditorView => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  return new EditorView({ doc, extensions: editorExtensions(needs), parent: root, root });
};

export const PolicyEditor = (props: PolicyEditorProps) => {
  const { label, text, faults, isReadOnly, ref } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  latest.current = props;
  /** Told to the page and not yet come back from it: React may be some letters behind whoever types. */
  const told = useRef<readonly string[]>([]);

  useEffect(() => {
    if (!host.current) return;
    const made = makeEditor(host.current, latest.current.text, {
      label,
      readOnly: isReadOnly,
      schema: () => latest.current.schema,
      onText: (changed) => {
        told.current = [...told.current, changed];
        latest.current.onText(changed);
      },
    });
    view.current = made;
    return () => made.destroy();
  }, [label, isReadOnly]);

  useEffect(() => {
    const place = told.current.lastIndexOf(text);
    told.current = told.current.slice(place + 1);
    if (place >= 0) return;
    const doc = view.current?.state.doc;
    if (!doc || doc.toString() === text) return;
    view.current?.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
    told.current = [];
  }, [text]);

  useEffect(() => {
    const state = view.current?.state;
    if (!state) return;
    view.current?.dispatch(setDiagnostics(state, diagnosticsOf(state.doc.toString(), faults)));
  }, [faults]);

  useImperativeHandle(ref, () => ({
    jumpTo: (fault) => {
      const editor = view.current;
      if (!editor) return;
      const { from, to } = rangeOf(editor.state.doc.toString(), fault);
      editor.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
      editor.focus();
    },
  }));

  return <div ref={host} className="policy-editor" />;
};
