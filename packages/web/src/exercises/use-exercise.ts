import type { CodeRun } from "@checkride/api/given-answers";
import type { Problem } from "@checkride/api/problems";
import type { Answer, Marking } from "@checkride/rules/answer";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { useState } from "react";
import { emptyAnswer, missing } from "./draft.ts";

export type Given = {
  readonly answer: Answer;
  readonly marking: Marking;
  /** Where code was run on the server: what it came to. */
  readonly run: CodeRun | null;
};

export type Sent =
  | { readonly ok: true; readonly given: Given }
  | { readonly ok: false; readonly problem: Problem };

/** `answering`: it can be changed. `marked`: with its reasons. `solution`: what would have been right. */
export type View = "answering" | "marked" | "solution";

export type ExerciseState = {
  readonly view: View;
  readonly draft: Answer;
  readonly marking: Marking | null;
  readonly ran: CodeRun | null;
  readonly problem: Problem | null;
  /** What is still to be done before it can be sent; said once somebody tried to. */
  readonly hint: string | null;
  readonly isPending: boolean;
  readonly setDraft: (draft: Answer) => void;
  readonly send: () => Promise<void>;
  readonly tryAgain: () => void;
  readonly reset: () => void;
  readonly showSolution: (isShown: boolean) => void;
};

export const useExercise = (
  exercise: ShownExercise,
  given: Given | null,
  onAnswer: (answer: Answer) => Promise<Sent>,
): ExerciseState => {
  const [draft, setDraft] = useState<Answer>(() => given?.answer ?? emptyAnswer(exercise));
  const [last, setLast] = useState<Given | null>(given);
  const [view, setView] = useState<View>(given ? "marked" : "answering");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [hint, setHint] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  const send = async () => {
    const stillMissing = missing(exercise, draft);
    setHint(stillMissing);
    if (stillMissing !== null || isPending) return;
    setPending(true);
    setProblem(null);
    const sent = await onAnswer(draft);
    setPending(false);
    if (!sent.ok) {
      setProblem(sent.problem);
      return;
    }
    setLast(sent.given);
    setView("marked");
  };

  return {
    view,
    draft: view === "solution" ? (last?.marking.solution ?? draft) : draft,
    marking: last?.marking ?? null,
    ran: last?.run ?? null,
    problem,
    hint,
    isPending,
    setDraft: (next) => {
      setDraft(next);
      setHint(null);
    },
    send,
    tryAgain: () => setView("answering"),
    reset: () => setDraft(emptyAnswer(exercise)),
    showSolution: (isShown) => setView(isShown ? "solution" : "marked"),
  };
};
