import type { PolicyPlan } from "@checkride/api/policy";
import type { CertificateChange, GateChange, PersonPlan, PlanEffect } from "@checkride/rules/plan";

type Change = NonNullable<PolicyPlan["named"]>[number]["changes"][number];

const effectNames = {
  gains: "gains",
  loses: "loses",
  asked: "newly-asked",
  released: "no-longer-asked",
} as const satisfies Record<PlanEffect, Change["effect"]>;

/** Lost later under the new policy, and sooner than under the old. */
const lossToCome = ({ later }: CertificateChange | GateChange): string | null =>
  later?.after && (later.before === null || later.after < later.before) ? later.after : null;

const certificateChanges = (change: CertificateChange, now: string): Change[] => {
  const common = {
    what: "certificate" as const,
    id: change.certificate,
    title: change.title,
    from: change.before?.state ?? ("absent" as const),
    to: change.after?.state ?? ("absent" as const),
  };
  const effects = change.effects.map((effect) => ({
    ...common,
    effect: effectNames[effect],
    when: now,
  }));
  const loss = lossToCome(change);
  if (loss) return [...effects, { ...common, effect: "loses", to: "lapsed", when: loss }];
  if (effects.length > 0 || common.from === common.to) return effects;
  return [{ ...common, effect: "state-changes", when: now }];
};

const gateChanges = (change: GateChange, now: string): Change[] => {
  const common = {
    what: "gate" as const,
    id: change.gate,
    title: change.title,
    from: change.before ?? ("absent" as const),
    to: change.after ?? ("absent" as const),
  };
  const effects = change.effects.map((effect) => ({
    ...common,
    effect: effectNames[effect],
    when: now,
  }));
  const loss = lossToCome(change);
  return loss ? [...effects, { ...common, effect: "loses", to: "deny", when: loss }] : effects;
};

/** What one person would notice: at once, or at the named moment if they do nothing until then. */
export const namedChanges = (plan: PersonPlan, now: string): Change[] => [
  ...plan.gates.flatMap((change) => gateChanges(change, now)),
  ...plan.certificates.flatMap((change) => certificateChanges(change, now)),
];
