import type { PersonRow } from "@checkride/api/people";
import { type StandingState, standingStates } from "@checkride/rules/standing";

type Standing = Pick<PersonRow["standings"][number], "certificate" | "state" | "overdue">;

export type SummaryPill = {
  readonly state: StandingState;
  readonly overdue: boolean;
  readonly text: string;
};

/** What needs a look comes first. */
const order = ["overdue", "lapsed", "due", "underway", "none", "current", "exempt"] as const;

const words: Readonly<Record<(typeof order)[number], string>> = {
  overdue: "overdue",
  lapsed: "lapsed",
  due: "due",
  underway: "under way",
  none: "not begun",
  current: "current",
  exempt: "exempt",
};

/** Certificates that are in order are counted; one that needs a look is named. */
const isNamed = (key: (typeof order)[number]): boolean =>
  key === "overdue" || key === "lapsed" || key === "due";

export const summarise = (
  standings: readonly Standing[],
  titleOf: (certificate: string) => string,
): readonly SummaryPill[] =>
  order.flatMap((key) => {
    const found = standings.filter(({ overdue, state }) => (overdue ? "overdue" : state) === key);
    const [first] = found;
    if (!first) return [];
    const { state, overdue } = first;
    const text =
      found.length === 1 && isNamed(key)
        ? `${titleOf(first.certificate)}: ${words[key]}`
        : `${found.length} ${words[key]}`;
    return [{ state, overdue, text }];
  });

/** How many stand how, of those of whom a certificate is asked. */
export const holdingOf = (states: Readonly<Partial<Record<StandingState, number>>>): number =>
  standingStates
    .filter((state) => state === "current" || state === "due" || state === "exempt")
    .reduce((sum, state) => sum + (states[state] ?? 0), 0);

const fewest = 5;

/** Of so few people whoever knows the team would recognise the one who lacks something. */
export const pointsAtFew = (people: number): boolean => people < fewest;
