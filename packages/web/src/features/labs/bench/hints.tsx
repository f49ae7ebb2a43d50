import type { LabWorkspace } from "@checkride/api/labs";
import { useState } from "react";
import { Button } from "../../../design/button.tsx";
import { ConfirmDialog } from "../../../design/confirm-dialog.tsx";
import { RichText } from "../../../design/rich-text.tsx";
import { useAct } from "../../../shell/query.ts";
import { keepWorkspace } from "../lab-cache.ts";
import { pointsText } from "../results/result-words.ts";

/** Hints in their order, each with its price before it is opened. */
export const Hints = ({ workspace }: { readonly workspace: LabWorkspace }) => {
  const [isAsking, setAsking] = useState(false);
  const { act, isPending, problem } = useAct("POST /api/lab-workspaces/{workspace}/hints");
  const { hints } = workspace;
  const next = workspace.state === "open" ? hints.find(({ says }) => says === null) : undefined;
  const open = async (number: number) => {
    const opened = await act({ params: { workspace: workspace.id }, body: { number } });
    if (!opened.ok) return;
    keepWorkspace(opened.value);
    setAsking(false);
  };
  return (
    <>
      <ol className="task-hints" aria-label="Opened hints" aria-live="polite">
        {hints.map(({ number, says, price }) =>
          says === null ? null : (
            <li key={number}>
              <RichText text={says} /> <span className="muted">−{pointsText(price)}</span>
            </li>
          ),
        )}
      </ol>
      {next ? (
        <Button onPress={() => setAsking(true)}>
          Hint {next.number} of {hints.length}, {pointsText(next.price)}
        </Button>
      ) : null}
      {next ? (
        <ConfirmDialog
          title={`Open hint ${next.number}?`}
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          onConfirm={() => void open(next.number)}
          confirmLabel={`Open for ${pointsText(next.price)}`}
          isPending={isPending}
          isDanger={false}
          problem={problem}
        >
          <p>
            It costs {pointsText(next.price)} of this lab's 100. Points are for you alone: a pass
            stays a pass.
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
};
