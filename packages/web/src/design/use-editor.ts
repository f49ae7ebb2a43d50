import { Annotation, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { type RefObject, useEffect, useRef } from "react";

type EditorUse = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly extensions: () => Extension;
  /** The editor is made anew when this is another one. */
  readonly madeFor: string;
};

/** Its styles are adopted sheets of a shadow root, which a content security policy without inline styles allows. */
const makeView = (host: HTMLElement, doc: string, extensions: Extension): EditorView => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  return new EditorView({ doc, extensions, parent: root, root });
};

/** A change that came from the page, which need not be told of it. */
const fromPage = Annotation.define<true>();

/** An editor in the element that `host` is given to, with the page's text. */
export const useEditor = (
  use: EditorUse,
): {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly view: RefObject<EditorView | null>;
} => {
  const { text, madeFor } = use;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(use);
  latest.current = use;
  /** Told to the page and not yet come back from it: React may be some letters behind whoever types. */
  const told = useRef<readonly string[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `madeFor` says when another editor is needed
  useEffect(() => {
    if (!host.current) return;
    const tell = EditorView.updateListener.of((update) => {
      const isKnown = update.transactions.some((one) => one.annotation(fromPage));
      if (!update.docChanged || isKnown) return;
      const changed = update.state.doc.toString();
      told.current = [...told.current, changed];
      latest.current.onText(changed);
    });
    const { current } = latest;
    const made = makeView(host.current, current.text, [current.extensions(), tell]);
    view.current = made;
    return () => made.destroy();
  }, [madeFor]);

  useEffect(() => {
    const place = told.current.lastIndexOf(text);
    told.current = told.current.slice(place + 1);
    if (place >= 0) return;
    const doc = view.current?.state.doc;
    if (!doc || doc.toString() === text) return;
    view.current?.dispatch({
      changes: { from: 0, to: doc.length, insert: text },
      annotations: fromPage.of(true),
    });
    told.current = [];
  }, [text]);

  return { host, view };
};
