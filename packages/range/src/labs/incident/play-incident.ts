import { type Board, type Clock, type MadeMove, waitingMove } from "@checkride/rules/labs/board";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Answers } from "../../kit/answered-lab.ts";
import type { Run, Scenario, ScenarioClock, ScenarioMove } from "../../kit/incident.ts";
import { readAnswers } from "../read-answers.ts";
import { fitProblems } from "./fit-problems.ts";
import { letPass, type RunState, runOf, said, withHappened } from "./run-state.ts";
import { sayAnswers } from "./say-answers.ts";

export type Played = { readonly run: Run; readonly board: Board };

const wait: ScenarioMove = {
  id: waitingMove,
  title: "Wait 15 minutes",
  group: "Wait",
  minutes: 15,
  from: "The clock",
  brings: "A quarter of an hour has passed.",
};

/** The incident after these moves. A move that was not on offer when it was made makes the whole run impossible. */
export const playIncident = (
  scenario: Scenario,
  made: readonly MadeMove[],
): Result<Played, string> => {
  let state = beginning(scenario);
  for (const [index, one] of made.entries()) {
    const next = makeMove(scenario, state, one);
    if (!next.ok) return fail(`Move ${index + 1} does not fit: ${next.error}`);
    state = next.value;
  }
  return ok({ run: runOf(state), board: boardOf(scenario, state) });
};

const beginning = (scenario: Scenario): RunState =>
  letPass(scenario, { minute: 0, happened: new Map(), entries: [], isEnded: false }, 0);

const makeMove = (
  scenario: Scenario,
  state: RunState,
  { move, answers }: MadeMove,
): Result<RunState, string> => {
  const found = offered(scenario, state).find(({ id }) => id === move);
  if (found === undefined) return fail(`“${move}” is not on offer.`);
  const read = readAnswers(JSON.stringify(answers));
  if (!read.ok) return read;
  const asks = found.asks ?? [];
  const problems = fitProblems(asks, Object.keys(answers), read.value);
  if (problems.length > 0) return fail(problems.join(" "));
  return ok(done(scenario, state, found, read.value));
};

const done = (
  scenario: Scenario,
  state: RunState,
  { id, title, asks = [], minutes, from, brings, ends }: ScenarioMove,
  answers: Answers,
): RunState => {
  const text = [title, ...sayAnswers(asks, answers)].join("\n");
  const entry = { minute: state.minute, kind: "move", move: id, from: "You", text } as const;
  const begun: RunState = { ...state, entries: [...state.entries, entry] };
  const passed = letPass(scenario, begun, state.minute + minutes);
  const told = withHappened(passed, id, answers, (run) => ({
    kind: "event",
    move: id,
    from,
    text: said(brings, run),
  }));
  return letPass(scenario, { ...told, isEnded: ends === true }, told.minute);
};

/** What could be finished before the end, and was not done before. */
const offered = (scenario: Scenario, state: RunState): readonly ScenarioMove[] => {
  if (state.isEnded) return [];
  const run = runOf(state);
  return [...scenario.moves, wait].filter(
    (move) =>
      state.minute + move.minutes <= scenario.ends.atMinute &&
      (move === wait || !run.has(move.id)) &&
      (move.offered?.(run) ?? true),
  );
};

/** Field by field: what an author knows and nobody has seen stays here. */
const boardOf = (scenario: Scenario, state: RunState): Board => {
  const run = runOf(state);
  const moves = offered(scenario, state);
  const ended = moves.length === 0;
  return {
    begins: scenario.begins,
    minute: state.minute,
    situation: said(scenario.situation, run),
    clocks: clocksOf(scenario, run, ended),
    entries: state.entries,
    papers: scenario.papers
      .filter(({ shown }) => shown?.(run) ?? true)
      .map(({ id, title, language, text }) => ({ id, title, language, text: said(text, run) })),
    moves: moves.map(({ id, title, group, minutes, asks = [] }) => ({
      id,
      title,
      group,
      minutes,
      asks,
    })),
    ended,
  };
};

const clocksOf = ({ clocks, ends }: Scenario, run: Run, ended: boolean): readonly Clock[] => {
  const end: Clock = {
    id: "end",
    title: ends.title,
    atMinute: ends.atMinute,
    state: ended ? "met" : "running",
  };
  return [...clocks.flatMap((clock) => clockOf(clock, run)), end];
};

const clockOf = ({ id, title, atMinute, metAt }: ScenarioClock, run: Run): readonly Clock[] => {
  const until = typeof atMinute === "function" ? atMinute(run) : atMinute;
  if (until === null) return [];
  const met = metAt(run);
  if (met !== null && met <= until) return [{ id, title, atMinute: until, state: "met" }];
  return [{ id, title, atMinute: until, state: run.minute >= until ? "missed" : "running" }];
};
