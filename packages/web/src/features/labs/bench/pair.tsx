import type { LabWorkspace } from "@checkride/api/labs";
import { Button } from "../../../design/button.tsx";
import { CopyField } from "../../../design/copy-field.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { useAct } from "../../../shell/query.ts";
import { keepWorkspace } from "../lab-cache.ts";

/** What is one's part: in an incident a move, else a change. */
const partText = ({ board }: LabWorkspace, isDone: boolean): string => {
  if (board !== null) return isDone ? "made a move" : "make a move";
  return isDone ? "handed in a change" : "hand in a change";
};

const bothText = ({ board }: LabWorkspace): string =>
  board === null
    ? "Both pass once each of you has handed in an attempt with a change."
    : "You lead it together: both pass who made a move, whoever submits the run. Waiting is no move.";

const Members = ({ workspace }: { readonly workspace: LabWorkspace }) => (
  <ul className="task-members">
    {workspace.members.map(({ id, name, isMe, hasChanged }) => (
      <li key={id}>
        <span aria-hidden="true">{hasChanged ? "●" : "○"}</span> {isMe ? `${name} (you)` : name}
        <span className="muted">
          {" "}
          {hasChanged ? "has" : "has still to"} {partText(workspace, hasChanged)}
        </span>
      </li>
    ))}
  </ul>
);

/** Two people share one workspace; both get the result once each has handed in a change. */
export const Pair = ({ workspace }: { readonly workspace: LabWorkspace }) => {
  const { act, isPending, problem } = useAct("POST /api/lab-workspaces/{workspace}/invites");
  const invite = async () => {
    const invited = await act({ params: { workspace: workspace.id } });
    if (invited.ok) keepWorkspace(invited.value);
  };
  if (workspace.members.length > 1) {
    return (
      <>
        <Members workspace={workspace} />
        <p>{bothText(workspace)}</p>
      </>
    );
  }
  return workspace.joinCode === null ? (
    <>
      <p>Two people can share this workspace and pass together.</p>
      <Button isPending={isPending} onPress={() => void invite()}>
        Make a code for a partner
      </Button>
      {problem ? <ProblemNote problem={problem} /> : null}
    </>
  ) : (
    <CopyField
      label="Code for a partner"
      value={workspace.joinCode}
      description="For one person, who enters it at this lab's page. Valid for a day."
    />
  );
};
