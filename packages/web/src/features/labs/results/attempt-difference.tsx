import type { LabAttempt, LabWorkspace } from "@checkride/api/labs";
import { textDifference } from "@checkride/rules/text-difference";
import { useState } from "react";
import { Button } from "../../../design/button.tsx";
import { Dialog } from "../../../design/dialog.tsx";
import { DifferenceView } from "../../../design/difference-view.tsx";
import { Loading } from "../../../design/loading.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { Select } from "../../../design/select.tsx";
import { useQueryAnswer } from "../../../shell/query.ts";
import { type FileText, withText } from "../bench/draft.ts";
import { CheckList } from "./check-list.tsx";

type AttemptDifferenceProps = {
  readonly workspace: LabWorkspace;
  readonly attempt: LabAttempt;
  readonly draft: readonly FileText[];
  readonly onRestore: ((files: readonly FileText[]) => void) | null;
  readonly onClose: () => void;
};

const useFilesOf = (workspace: string, attempt: string | null) => {
  const found = useQueryAnswer(
    "GET /api/lab-workspaces/{workspace}/attempts/{attempt}",
    { params: { workspace, attempt: attempt ?? "" } },
    { enabled: attempt !== null },
  );
  return { files: found.value?.files ?? null, problem: found.problem };
};

/** `start`, `draft`, or the id of an attempt. */
const sidesOf = ({ attempts }: LabWorkspace, than: LabAttempt) => [
  { value: "start", label: "the start" },
  ...attempts
    .filter(({ id }) => id !== than.id)
    .map(({ id, number }) => ({ value: id, label: `attempt ${number}` })),
  { value: "draft", label: "what stands in the editor" },
];

const Differences = ({
  from,
  to,
}: {
  readonly from: readonly FileText[];
  readonly to: readonly FileText[];
}) => {
  const changed = to.flatMap(({ path, text }) => {
    const before = from.find((file) => file.path === path)?.text ?? "";
    return before === text ? [] : [{ path, before, text }];
  });
  return changed.length === 0 ? (
    <p>There is no difference.</p>
  ) : (
    changed.map(({ path, before, text }) => (
      <div key={path}>
        <p className="field-legend">{path}</p>
        <DifferenceView caption={path} lines={textDifference(before, text)} />
      </div>
    ))
  );
};

export const AttemptDifference = (props: AttemptDifferenceProps) => {
  const { workspace, attempt, draft, onRestore, onClose } = props;
  const previous = workspace.attempts.find(({ number }) => number < attempt.number);
  const [against, setAgainst] = useState(previous?.id ?? "start");
  const own = useFilesOf(workspace.id, attempt.id);
  const other = useFilesOf(
    workspace.id,
    against === "start" || against === "draft" ? null : against,
  );
  const start = workspace.files.map(({ path, start: text }) => ({ path, text }));
  const from = against === "start" ? start : against === "draft" ? draft : other.files;
  const problem = own.problem ?? other.problem;
  const restore = () => {
    if (!own.files || !onRestore) return;
    onRestore(own.files.reduce((next, { path, text }) => withText(next, path, text), draft));
    onClose();
  };
  return (
    <Dialog
      title={`Attempt ${attempt.number}`}
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <>
          {onRestore ? <Button onPress={restore}>Put it into the editor</Button> : null}
          <Button onPress={onClose}>Close</Button>
        </>
      }
    >
      <Select
        label="What is different, compared with"
        value={against}
        options={sidesOf(workspace, attempt)}
        onChange={setAgainst}
      />
      {problem ? <ProblemNote problem={problem} /> : null}
      {from && own.files ? (
        <Differences from={from} to={own.files} />
      ) : (
        <Loading what="both versions" />
      )}
      {attempt.verdict ? <CheckList checks={attempt.verdict.checks} /> : null}
    </Dialog>
  );
};
