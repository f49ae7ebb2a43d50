import type { GateView } from "@checkride/api/gates";
import { modeAt, nextTurn, offlineOf } from "@checkride/rules/gate-rule";
import type { GateRule, Policy } from "@checkride/rules/policy";
import type { Database } from "../../platform/database.ts";
import type { CountGates, GateCounts } from "./count-gates.ts";
import type { GateDeps } from "./deps.ts";

const gateView = (
  gate: string,
  rule: GateRule,
  { certificates, audiences }: Policy,
  people: GateCounts,
  now: Date,
): GateView => ({
  gate,
  title: rule.title,
  mode: modeAt(rule, now.getTime()),
  turns: nextTurn(rule, now.getTime()),
  asks: rule.asks.map((certificate) => ({
    certificate,
    title: certificates[certificate]?.title ?? certificate,
  })),
  for:
    rule.for?.map((audience) => ({ audience, title: audiences[audience]?.title ?? audience })) ??
    null,
  offline: { ...offlineOf(rule) },
  breakGlass: rule.breakGlass
    ? { roles: [...rule.breakGlass.roles], longestMinutes: rule.breakGlass.longestMinutes }
    : null,
  unlinked: rule.unlinked ?? "deny",
  people,
});

export const listGates = async (
  db: Database,
  deps: GateDeps,
  countGates: CountGates,
  now: Date,
): Promise<{ gates: GateView[] }> => {
  const inForce = await deps.policyInForce(db);
  if (!inForce) return { gates: [] };
  const { gates: counts } = await countGates(db, inForce, now);
  const nobody = { allowed: 0, denied: 0 };
  return {
    gates: Object.entries(inForce.policy.gates).map(([gate, rule]) =>
      gateView(gate, rule, inForce.policy, counts.get(gate) ?? nobody, now),
    ),
  };
};
