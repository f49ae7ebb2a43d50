import type { PersonStanding, StandingView } from "@checkride/api/standing";
import { countWord } from "../../design/count-word.ts";
import { formatDate } from "../../design/date.ts";
import {
  byUrgency,
  concerns,
  earliest,
  endOf,
  type Gate,
  isClosed,
  isInGrace,
  isOpen,
  opensUntil,
} from "./standing-facts.ts";
import { allOf, capital, counted } from "./words.ts";

export type Asked = {
  readonly standing: PersonStanding;
  readonly now: string;
  readonly zone?: string;
};

const until = (at: string | null, zone: string | undefined): string =>
  at === null ? "" : ` until ${formatDate(at, zone)}`;

const lapsedSentence = (lapsed: readonly StandingView[], closed: number, of: number): string => {
  const [only] = lapsed;
  const what =
    only !== undefined && lapsed.length === 1
      ? `${only.title} has lapsed`
      : `${capital(countWord(lapsed.length))} of your ${countWord(of)} certificates have lapsed`;
  if (closed === 0) return `${what}.`;
  return `${what}: ${counted(closed, "gate")} ${closed === 1 ? "is" : "are"} closed to you.`;
};

const overdueSentence = (overdue: readonly StandingView[], zone: string | undefined): string => {
  const [only] = overdue;
  if (only === undefined || overdue.length > 1) {
    return `${capital(countWord(overdue.length))} certificates are overdue.`;
  }
  return only.dueBy === null
    ? `${only.title} is overdue.`
    : `${only.title} was due by ${formatDate(only.dueBy, zone)}.`;
};

const clearedSentence = (gates: readonly Gate[], { standing, zone }: Asked): string => {
  const opened = gates.filter(isOpen);
  const end = until(opensUntil(opened, standing.standings), zone);
  const [only] = gates;
  if (only !== undefined && gates.length === 1) return `${only.title} is open to you${end}.`;
  const open = opened.length;
  const of = gates.length;
  return open === of
    ? `You are cleared for ${allOf(of, "gate")}${end}.`
    : `You are cleared for ${countWord(open)} of ${countWord(of)} gates${end}.`;
};

const heldSentence = (required: readonly StandingView[], asked: Asked): string => {
  const { standing, now, zone } = asked;
  const [running] = byUrgency(required).filter((one) => isInGrace(one, now));
  if (running !== undefined) {
    return `${running.title} has run out and counts only${until(running.holdsUntil, zone)}.`;
  }
  const end = until(earliest(required.map((one) => endOf(one, now))), zone);
  if (required.every((one) => one.state === "exempt")) {
    return `You are exempt from everything that is asked of you${end}.`;
  }
  const gates = standing.gates.filter((gate) => concerns(gate, standing.standings));
  return gates.length > 0 && gates.every(isOpen)
    ? clearedSentence(gates, asked)
    : `Everything asked of you is current${end}.`;
};

const partlySentence = (required: readonly StandingView[], asked: Asked): string => {
  const held = required.filter((one) => one.holds);
  const gates = asked.standing.gates.filter((gate) => concerns(gate, asked.standing.standings));
  if (held.length === 0) {
    return required.every((one) => one.state === "none")
      ? `You have not begun: ${counted(required.length, "certificate")} ${required.length === 1 ? "is" : "are"} asked of you.`
      : `You are on the way to ${required.length === 1 ? (required[0]?.title ?? "") : `${countWord(required.length)} certificates`}.`;
  }
  if (gates.some(isOpen)) return clearedSentence(gates, asked);
  return `You hold ${countWord(held.length)} of ${countWord(required.length)} certificates.`;
};

/** The one sentence that answers "where do I stand?". */
export const standingSentence = (asked: Asked): string => {
  const { person, policy, standings, gates } = asked.standing;
  if (person.status === "deactivated" || person.status === "erased") {
    return "Your account is deactivated: no gate opens for you.";
  }
  if (policy === null) return "Nothing is asked of you yet: no policy is in force.";
  const required = standings.filter((one) => one.required);
  if (required.length === 0) return "Nothing is required of you.";
  const lapsed = required.filter((one) => one.state === "lapsed");
  if (lapsed.length > 0) {
    const closed = gates.filter((gate) => concerns(gate, standings) && isClosed(gate)).length;
    return lapsedSentence(lapsed, closed, required.length);
  }
  const overdue = required.filter((one) => one.overdue && !one.holds);
  if (overdue.length > 0) return overdueSentence(overdue, asked.zone);
  return required.every((one) => one.holds)
    ? heldSentence(required, asked)
    : partlySentence(required, asked);
};
