import type { LabBench, LabWorkspace } from "@checkride/api/labs";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useQueryAnswer } from "../../../shell/query.ts";
import { runText, spokenVerdict } from "../results/result-words.ts";
import type { FileText } from "./draft.ts";
import { mayWork } from "./may-work.ts";
import { useAttempt } from "./use-attempt.ts";
import { useBenchKeys } from "./use-bench-keys.ts";
import { useDraft } from "./use-draft.ts";
import { faultPlace, useRun } from "./use-run.ts";

const partnerMs = 2500;

/** What a partner does, and whether one comes, is found by asking; who works alone asks nothing. */
const usePartner = (workspace: LabWorkspace): void => {
  const { lab, members, joinCode } = workspace;
  const ask = { params: { lab } };
  const mayChange = mayWork(workspace) && (members.length > 1 || joinCode !== null);
  useQueryAnswer("GET /api/labs/{lab}", ask, { refetchMs: mayChange ? partnerMs : false });
};

export type PaneName = "task" | "work" | "results";

const isPassed = (attempt: LabWorkspace["attempts"][number]): boolean =>
  attempt.state === "graded" && attempt.verdict?.passed === true;

/** A partner's pass takes nobody away: whoever has not handed in a change yet still has to, here. */
const isOwn = ({ by }: LabWorkspace["attempts"][number], { members }: LabWorkspace): boolean =>
  members.some(({ id, isMe }) => isMe && id === by.id);

/** Everything that goes on at a bench: one draft, runs, attempts. */
export const useBench = ({ lab }: LabBench, workspace: LabWorkspace) => {
  usePartner(workspace);
  const desk = useDraft(workspace);
  const navigate = useNavigate();
  // Whoever tries again knows the task.
  const [pane, setPane] = useState<PaneName>(workspace.number > 1 ? "work" : "task");
  const [spoken, setSpoken] = useState("");
  const [isAsking, setAsking] = useState(false);
  const running = useRun(workspace.id);
  const grading = useAttempt(workspace, (attempt) => {
    if (attempt.verdict) setSpoken(spokenVerdict(attempt.verdict));
    if (isPassed(attempt) && isOwn(attempt, workspace)) {
      void navigate({ to: "/labs/$lab/debrief", params: { lab: lab.id } });
    }
  });
  const isOpen = mayWork(workspace);
  const runs = isOpen && workspace.asked.length === 0 && workspace.board === null;

  const run = async () => {
    if (!runs) return;
    setPane("results");
    const ran = await running.run(desk.now());
    if (ran) setSpoken(`${runText(ran)}.`);
  };
  const submit = () => {
    setAsking(false);
    setPane("results");
    setSpoken("Submitted.");
    running.clear();
    void grading.submit(desk.now());
  };
  const askOrSubmit = () => {
    if (!isOpen || grading.isUnderway) return;
    if (workspace.asked.length > 0) setAsking(true);
    else submit();
  };
  const keys = { onRun: () => void run(), onSubmit: askOrSubmit };
  useBenchKeys(keys);

  const load = running.shown ? running.shown.load : grading.attempt?.verdict?.load;
  return {
    desk,
    running,
    grading,
    pane,
    setPane,
    spoken,
    isAsking,
    closeAsking: () => setAsking(false),
    isOpen,
    /** Null: nothing of this lab is run, or not any more. */
    run: runs ? keys.onRun : null,
    askOrSubmit,
    submit,
    fault: faultPlace(load, workspace.files),
    restore: (restored: readonly FileText[]) => desk.write(restored),
  };
};

export type BenchState = ReturnType<typeof useBench>;
