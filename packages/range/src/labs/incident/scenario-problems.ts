import type { Scenario, ScenarioMove } from "../../kit/incident.ts";

/** What an author cannot have meant. */
export const scenarioProblems = ({
  ends,
  moves,
  injects,
  papers,
  clocks,
}: Scenario): readonly string[] => [
  ...twice("moves and injects", ["wait", ...idsOf(moves), ...idsOf(injects)]),
  ...twice("papers", idsOf(papers)),
  ...twice("clocks", ["end", ...idsOf(clocks)]),
  ...moves.flatMap(moveProblems),
  ...(isWhole(ends.atMinute) ? [] : ["the incident ends at no whole minute"]),
  ...(moves.some((move) => move.ends === true) ? [] : ["no move ends the incident"]),
];

const moveProblems = ({ id, minutes, asks = [] }: ScenarioMove): readonly string[] => [
  // A move that costs nothing could be made without end, or out of order.
  ...(isWhole(minutes) ? [] : [`the move ${id} takes no whole number of minutes from 1`]),
  ...twice(`questions of the move ${id}`, idsOf(asks)),
  ...asks.flatMap((asked) =>
    asked.kind === "choose" ? twice(`answers to ${asked.id}`, idsOf(asked.options)) : [],
  ),
];

const isWhole = (minutes: number): boolean => Number.isSafeInteger(minutes) && minutes >= 1;

const idsOf = (all: readonly { readonly id: string }[]): readonly string[] =>
  all.map(({ id }) => id);

const twice = (what: string, ids: readonly string[]): readonly string[] => {
  const found = ids.filter((id, at) => ids.indexOf(id) < at);
  return found.map((id) => `two ${what} have the id \`${id}\``);
};
