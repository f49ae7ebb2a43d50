import type { PolicyPlan } from "@checkride/api/policy";
import { formatDate } from "../../design/date.ts";

type Plan = Pick<PolicyPlan, "affected" | "changes" | "named">;
type Change = Plan["changes"][number];

const people = (count: number): string =>
  count === 1 ? "1 person" : `${count.toLocaleString("en-GB")} people`;

const nameOf = ({ gate, title }: Change): string => gate ?? title;
const idOf = ({ gate, certificate }: Change): string => gate ?? certificate ?? "";

const most = (changes: readonly Change[], count: (change: Change) => number): Change | null =>
  changes
    .filter((change) => count(change) > 0)
    .sort((a, b) => Number(b.gate !== null) - Number(a.gate !== null) || count(b) - count(a))[0] ??
  null;

/** When the first of them feels it; null where no names are shown, for then no moments are either. */
const firstMoment = ({ named }: Plan, change: Change, effect: "loses" | "gains"): string | null =>
  (named ?? [])
    .flatMap(({ changes }) => changes)
    .filter((one) => one.id === idOf(change) && one.effect === effect)
    .map(({ when }) => when)
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;

const minuteMs = 60_000;

export const whenWords = (when: string, now: string): string =>
  Date.parse(when) <= Date.parse(now) + minuteMs ? "at once" : `on ${formatDate(when)}`;

const clause = (plan: Plan, change: Change, effect: "loses" | "gains", now: string): string => {
  const when = firstMoment(plan, change, effect);
  const moment = when === null ? "" : ` ${whenWords(when, now)}`;
  const verb = effect === "loses" ? "lose" : "gain";
  return `${people(change[effect])} would ${verb} ${nameOf(change)}${moment}`;
};

/** The weightiest consequence first: gates before certificates, losses before gains. */
export const planSentence = (plan: Plan, now: string): string => {
  const lost = most(plan.changes, ({ loses }) => loses);
  const gained = most(plan.changes, ({ gains }) => gains);
  const asked = most(plan.changes, ({ newlyAsked }) => newlyAsked);
  const parts = [
    ...(lost ? [clause(plan, lost, "loses", now)] : []),
    ...(gained ? [clause(plan, gained, "gains", now)] : []),
    ...(!lost && !gained && asked
      ? [`${people(asked.newlyAsked)} would newly be asked for ${nameOf(asked)}`]
      : []),
  ];
  const moved = most(plan.changes, ({ otherEnd }) => otherEnd);
  if (parts.length === 0 && moved) {
    return `Nobody gains or loses anything now; for ${people(moved.otherEnd)} ${nameOf(moved)} would end at another time.`;
  }
  if (parts.length > 0) return `${parts.join("; ")}.`;
  return plan.affected === 0
    ? "Nobody would gain or lose anything."
    : `Something small would change for ${people(plan.affected)}; nobody gains or loses a gate.`;
};
