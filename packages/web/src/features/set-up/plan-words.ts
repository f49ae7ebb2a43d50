import type { PolicyPlan } from "@checkride/api/policy";

type Change = PolicyPlan["changes"][number];

export type PlanLine = { readonly id: string; readonly title: string; readonly says: string };

const peopleText = (count: number): string => (count === 1 ? "1 person" : `${count} people`);

export const certificateLines = (plan: PolicyPlan): readonly PlanLine[] =>
  plan.changes
    .filter((change): change is Change & { certificate: string } => change.certificate !== null)
    .toSorted((a, b) => b.newlyAsked - a.newlyAsked)
    .map((change) => ({
      id: change.certificate,
      title: change.title,
      says:
        change.newlyAsked === 0
          ? "asked of nobody yet"
          : change.newlyAsked === plan.people
            ? "asked of everybody"
            : `asked of ${peopleText(change.newlyAsked)}`,
    }));

export const gateLines = (plan: PolicyPlan): readonly PlanLine[] =>
  plan.changes
    .filter((change): change is Change & { gate: string } => change.gate !== null)
    .map((change) => ({
      id: change.gate,
      title: change.title,
      says: change.gains > 0 ? `open to ${peopleText(change.gains)} at once` : "open to nobody yet",
    }));
