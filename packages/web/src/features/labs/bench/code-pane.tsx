import type { WorkspaceFile } from "@checkride/api/labs";
import { textDifference } from "@checkride/rules/text-difference";
import { lazy, type Ref, Suspense, useImperativeHandle, useRef, useState } from "react";
import type { CodeEditorHandle } from "../../../design/code-editor.tsx";
import { DifferenceView } from "../../../design/difference-view.tsx";
import { Kbd } from "../../../design/kbd.tsx";
import { Loading } from "../../../design/loading.tsx";
import type { Place } from "../results/fault-place.ts";
import { CodeTools } from "./code-tools.tsx";
import type { FileText } from "./draft.ts";
import { FileBar } from "./file-bar.tsx";
import { firstFile, languageOfPath } from "./file-kind.ts";
import "./code-pane.css";

const CodeEditor = lazy(async () => ({
  default: (await import("../../../design/code-editor.tsx")).CodeEditor,
}));

export type CodePaneHandle = { readonly show: (place: Place) => void };

type CodePaneProps = {
  readonly files: readonly WorkspaceFile[];
  /** What stands in those that may be changed. */
  readonly texts: readonly FileText[];
  readonly isLocked: boolean;
  readonly fault: Place | null;
  readonly onText: (path: string, text: string) => void;
  readonly onLeave: () => void;
  readonly onRun: () => void;
  readonly onSubmit: () => void;
  readonly ref?: Ref<CodePaneHandle>;
};

const useOpenFile = (files: readonly WorkspaceFile[]) => {
  const [open, setOpen] = useState(() => firstFile(files));
  // An editor that was opened stays, hidden, with its undo and its place.
  const [visited, setVisited] = useState<ReadonlySet<string>>(() => new Set([open]));
  return {
    open,
    visited,
    show: (path: string) => {
      setOpen(path);
      setVisited((before) => new Set([...before, path]));
    },
  };
};

const Foot = ({ isReadOnly }: { readonly isReadOnly: boolean }) => (
  <p className="bench-foot">
    {isReadOnly ? (
      <span>This file is there to be read; it cannot be changed.</span>
    ) : (
      <span>
        <Kbd keys={["Esc"]} /> then <Kbd keys={["Tab"]} /> leaves the editor
      </span>
    )}
    <span>
      <Kbd keys={["Ctrl", "F"]} /> finds
    </span>
  </p>
);

const textOf = (texts: readonly FileText[], { path, text }: WorkspaceFile): string =>
  texts.find((file) => file.path === path)?.text ?? text;

type EditorsProps = Omit<CodePaneProps, "ref"> & {
  readonly visited: ReadonlySet<string>;
  /** Null: none of them. */
  readonly shown: string | null;
  readonly onHandle: (path: string, handle: CodeEditorHandle | null) => void;
};

const labelOf = (path: string, isReadOnly: boolean): string =>
  isReadOnly ? `${path}, to read` : `${path}. Press Escape, then Tab, to leave.`;

const Editors = (props: EditorsProps) => {
  const { files, texts, isLocked, fault, visited, shown, onHandle } = props;
  return files
    .filter(({ path }) => visited.has(path))
    .map((file) => {
      const isReadOnly = !file.mayEdit || isLocked;
      return (
        <div key={file.path} className="bench-editor" hidden={file.path !== shown}>
          <CodeEditor
            ref={(handle) => onHandle(file.path, handle)}
            label={labelOf(file.path, isReadOnly)}
            language={languageOfPath(file.path)}
            text={textOf(texts, file)}
            isReadOnly={isReadOnly}
            fills
            fault={fault?.path === file.path ? fault.line : null}
            onText={(text) => props.onText(file.path, text)}
            onLeave={props.onLeave}
            onRun={props.onRun}
            onSubmit={props.onSubmit}
          />
        </div>
      );
    });
};

/** The files of the workspace, one editor each. */
export const CodePane = ({ ref, ...props }: CodePaneProps) => {
  const { files, texts, isLocked, onText } = props;
  const { open, visited, show } = useOpenFile(files);
  const [isComparing, setComparing] = useState(false);
  const editors = useRef(new Map<string, CodeEditorHandle | null>());
  const changed = new Set(
    files.filter((file) => textOf(texts, file) !== file.start).map(({ path }) => path),
  );
  const current = files.find(({ path }) => path === open);
  useImperativeHandle(ref, () => ({
    show: ({ path, line }) => {
      setComparing(false);
      show(path);
      // The editor of a file that was never opened has yet to come.
      setTimeout(() => editors.current.get(path)?.showLine(line), visited.has(path) ? 0 : 50);
    },
  }));
  const reset = (paths: readonly string[]) => {
    for (const { path, start } of files) if (paths.includes(path)) onText(path, start);
  };
  return (
    <>
      <FileBar files={files} open={open} changed={changed} onOpen={show} />
      <CodeTools
        {...{ files, open, changed, isLocked, isComparing }}
        onCompare={setComparing}
        onReset={reset}
      />
      {isComparing && current ? (
        <div className="bench-difference">
          <DifferenceView
            caption={`${open}: from the start to what stands here`}
            lines={textDifference(current.start, textOf(texts, current))}
          />
        </div>
      ) : null}
      <Suspense fallback={<Loading what="the editor" />}>
        <Editors
          {...props}
          visited={visited}
          shown={isComparing ? null : open}
          onHandle={(path, handle) => editors.current.set(path, handle)}
        />
      </Suspense>
      <Foot isReadOnly={current?.mayEdit !== true || isLocked} />
    </>
  );
};
