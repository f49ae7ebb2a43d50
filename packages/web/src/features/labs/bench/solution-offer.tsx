import type { LabWorkspace } from "@checkride/api/labs";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../../design/button.tsx";
import { ConfirmDialog } from "../../../design/confirm-dialog.tsx";
import { useAct } from "../../../shell/query.ts";
import { askAgain, keepWorkspace } from "../lab-cache.ts";
import { solutionText } from "./bench-words.ts";

export const SolutionOffer = ({ workspace }: { readonly workspace: LabWorkspace }) => {
  const [isAsking, setAsking] = useState(false);
  const navigate = useNavigate();
  const { act, isPending, problem } = useAct("POST /api/lab-workspaces/{workspace}/solution");
  const open = async () => {
    const opened = await act({ params: { workspace: workspace.id } });
    if (!opened.ok) return;
    keepWorkspace(opened.value);
    askAgain();
    void navigate({ to: "/labs/$lab/debrief", params: { lab: workspace.lab } });
  };
  if (!workspace.solution.mayOpen) return <p>{solutionText(workspace.solution)}</p>;
  return (
    <>
      <p>It opens with a pass, or now, and then this try is over.</p>
      <Button onPress={() => setAsking(true)}>Give up and open it</Button>
      <ConfirmDialog
        title="Give up this try?"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void open()}
        confirmLabel="Give up and open it"
        isPending={isPending}
        problem={problem}
      >
        <p>
          The model solution opens and this try ends without a pass. You can begin another one, with
          another variant, after a day. The evidence of that pass will say that you had seen the
          solution.
        </p>
      </ConfirmDialog>
    </>
  );
};
