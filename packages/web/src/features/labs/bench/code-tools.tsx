import type { WorkspaceFile } from "@checkride/api/labs";
import { useState } from "react";
import { ConfirmDialog } from "../../../design/confirm-dialog.tsx";
import { KeysHelp } from "./keys-help.tsx";

type CodeToolsProps = {
  readonly files: readonly WorkspaceFile[];
  readonly open: string;
  readonly changed: ReadonlySet<string>;
  readonly isLocked: boolean;
  readonly isComparing: boolean;
  readonly onCompare: (isComparing: boolean) => void;
  readonly onReset: (paths: readonly string[]) => void;
};

type Asking = { readonly paths: readonly string[]; readonly what: string };

/** What can be done with the open file, and with all of them. */
export const CodeTools = (props: CodeToolsProps) => {
  const { files, open, changed, isLocked, isComparing, onCompare, onReset } = props;
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isHelping, setHelping] = useState(false);
  const others = files.filter(({ path }) => path !== open && changed.has(path));
  const canReset = !isLocked && changed.has(open);
  return (
    <div className="bench-tools">
      <button
        type="button"
        aria-pressed={isComparing}
        disabled={!changed.has(open) && !isComparing}
        onClick={() => onCompare(!isComparing)}
      >
        Difference from the start
      </button>
      {canReset ? (
        <button type="button" onClick={() => setAsking({ paths: [open], what: open })}>
          Reset file
        </button>
      ) : null}
      {!isLocked && others.length > 0 ? (
        <button type="button" onClick={() => setAsking({ paths: [...changed], what: "all files" })}>
          Reset all
        </button>
      ) : null}
      <button type="button" onClick={() => setHelping(true)}>
        Keys
      </button>
      {isHelping ? <KeysHelp onClose={() => setHelping(false)} /> : null}
      <ConfirmDialog
        title={`Put ${asking?.what ?? ""} back to the start?`}
        isOpen={asking !== null}
        onClose={() => setAsking(null)}
        onConfirm={() => {
          if (asking) onReset(asking.paths);
          setAsking(null);
        }}
        confirmLabel="Put back to the start"
      >
        <p>What you wrote there goes. Undo in the editor brings it back while this page is open.</p>
      </ConfirmDialog>
    </div>
  );
};
