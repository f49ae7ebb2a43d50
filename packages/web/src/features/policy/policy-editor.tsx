import type { PolicyFault } from "@checkride/api/policy";
import { setDiagnostics } from "@codemirror/lint";
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { useEditor } from "../../design/use-editor.ts";
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

export const PolicyEditor = (props: PolicyEditorProps) => {
  const { label, text, onText, faults, isReadOnly, ref } = props;
  const latest = useRef(props);
  latest.current = props;
  const { host, view } = useEditor({
    text,
    onText,
    madeFor: `${label} ${isReadOnly}`,
    extensions: () =>
      editorExtensions({ label, readOnly: isReadOnly, schema: () => latest.current.schema }),
  });

  useEffect(() => {
    const state = view.current?.state;
    if (!state) return;
    view.current?.dispatch(setDiagnostics(state, diagnosticsOf(state.doc.toString(), faults)));
  }, [view, faults]);

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
