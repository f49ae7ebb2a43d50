import type { PersonStanding } from "@checkride/api/standing";
import { formatDate } from "../../design/date.ts";

type Standing = Pick<
  PersonStanding["standings"][number],
  "required" | "holds" | "holdsUntil" | "overdue"
>;

const soonestEnd = (standings: readonly Standing[]): string | null =>
  standings
    .flatMap(({ holdsUntil }) => (holdsUntil === null ? [] : [holdsUntil]))
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;

const sentenceNow = (name: string, asked: readonly Standing[]): string => {
  if (asked.length === 0) return `Nothing is asked of ${name}.`;
  const held = asked.filter(({ holds }) => holds);
  const overdue = asked.filter((standing) => standing.overdue).length;
  const until = soonestEnd(held);
  if (held.length === asked.length) {
    return `${name} holds all that is asked${until === null ? "" : ` until ${formatDate(until)}`}.`;
  }
  const late = overdue === 0 ? "" : `; ${overdue} ${overdue === 1 ? "is" : "are"} overdue`;
  return `${name} holds ${held.length} of ${asked.length} asked certificates${late}.`;
};

const sentenceThen = (name: string, asked: readonly Standing[], at: string): string => {
  const day = formatDate(at);
  if (asked.length === 0) return `On ${day} nothing was asked of ${name}.`;
  const held = asked.filter(({ holds }) => holds).length;
  return held === asked.length
    ? `On ${day} ${name} held all that was asked.`
    : `On ${day} ${name} held ${held} of ${asked.length} asked certificates.`;
};

/** Where a person stands, now or (with `asOf`) as it was at a past moment. */
export const personSentence = (
  { name, status }: Pick<PersonStanding["person"], "name" | "status">,
  standings: readonly Standing[],
  asOf: string | null,
): string => {
  if (status === "erased") return "This person's data is erased.";
  const asked = standings.filter(({ required }) => required);
  if (asOf !== null) return sentenceThen(name, asked, asOf);
  return status === "deactivated"
    ? `${name} is deactivated, so every gate is closed.`
    : sentenceNow(name, asked);
};
