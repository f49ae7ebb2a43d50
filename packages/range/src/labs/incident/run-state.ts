import type { BoardEntry } from "@checkride/rules/labs/board";
import type { Answers } from "../../kit/answered-lab.ts";
import type { Inject, Run, Said, Scenario } from "../../kit/incident.ts";
import { readAnswers } from "../read-answers.ts";
import { markedLines, wholeNumber } from "./read-written.ts";

/** All that has happened, by the id of the move or inject. Nothing is ever taken out. */
export type RunState = {
  readonly minute: number;
  readonly happened: ReadonlyMap<string, Happened>;
  readonly entries: readonly BoardEntry[];
  readonly isEnded: boolean;
};

type Happened = { readonly minute: number; readonly answers: Answers };

/** Of a move that asks nothing, or was not made. */
const unanswered = (): Answers => {
  const none = readAnswers("{}");
  if (!none.ok) throw new Error(none.error);
  return none.value;
};

export const runOf = ({ minute, happened }: Pick<RunState, "minute" | "happened">): Run => {
  const at = (id: string): number | null => happened.get(id)?.minute ?? null;
  const has = (id: string): boolean => happened.has(id);
  const answers = (id: string): Answers => happened.get(id)?.answers ?? unanswered();
  return {
    minute,
    at,
    has,
    inOrder: (first, second) => {
      const [one, other] = [at(first), at(second)];
      return one !== null && (other === null || one <= other);
    },
    after: (id, minutes) => {
      const begin = at(id);
      return begin === null ? null : begin + minutes;
    },
    unless: (due, ...ids) => (ids.some(has) ? null : due),
    answers,
    number: (id, question) => wholeNumber(answers(id).written(question)),
    lines: (id, question, text) => markedLines(text, answers(id).marked(question)),
  };
};

export const said = (text: Said, run: Run): string => (typeof text === "string" ? text : text(run));

/** What was done or came just now: first a fact, then told, so that its text knows of it. */
export const withHappened = (
  state: RunState,
  id: string,
  answers: Answers,
  entryOf: (run: Run) => Omit<BoardEntry, "minute">,
): RunState => {
  const happened = new Map(state.happened).set(id, { minute: state.minute, answers });
  const entry = { minute: state.minute, ...entryOf(runOf({ minute: state.minute, happened })) };
  return { ...state, happened, entries: [...state.entries, entry] };
};

/** Time passes, and on its way comes what is due: each inject at its minute, and what follows from it. */
export const letPass = (scenario: Scenario, state: RunState, until: number): RunState => {
  const due = nextDue(scenario, state, until);
  if (due === null) return { ...state, minute: until };
  const { id, kind, from, text } = due.inject;
  const then = { ...state, minute: due.minute };
  const told = withHappened(then, id, unanswered(), (run) => ({
    kind,
    move: null,
    from,
    text: said(text, run),
  }));
  return letPass(scenario, told, until);
};

type Due = { readonly inject: Inject; readonly minute: number };

const nextDue = ({ injects }: Scenario, state: RunState, until: number): Due | null => {
  const run = runOf(state);
  const due = injects.flatMap((inject): Due[] => {
    const at = typeof inject.at === "function" ? inject.at(run) : inject.at;
    return at === null || at > until || run.has(inject.id)
      ? []
      : [{ inject, minute: Math.max(at, state.minute) }];
  });
  return due.toSorted((one, other) => one.minute - other.minute)[0] ?? null;
};
