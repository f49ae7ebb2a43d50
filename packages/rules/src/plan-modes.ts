import { modeAt } from "./gate-rule.ts";
import type { GateMode, GateRule, GateTurn, Policy } from "./policy.ts";
import { instantOf } from "./time.ts";

/** How a gate answers from a moment on. */
export type GateModes = { readonly mode: GateMode; readonly turns: readonly GateTurn[] };

/** A gate that begins to say or to stop something at another time than before. */
export type ModeChange = {
  readonly gate: string;
  readonly title: string;
  /** Null: this policy does not have it. */
  readonly before: GateModes | null;
  readonly after: GateModes | null;
};

export const planModes = (before: Policy | null, after: Policy, now: string): ModeChange[] => {
  const gates = new Set([...Object.keys(before?.gates ?? {}), ...Object.keys(after.gates)]);
  return [...gates].flatMap((gate) => {
    const [was, is] = [ruleOf(before, gate), ruleOf(after, gate)];
    const [from, to] = [modesFrom(was, now), modesFrom(is, now)];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [{ gate, title: (is ?? was)?.title ?? gate, before: from, after: to }];
  });
};

const ruleOf = (policy: Policy | null, gate: string): GateRule | null =>
  policy !== null && Object.hasOwn(policy.gates, gate) ? (policy.gates[gate] ?? null) : null;

const modesFrom = (rule: GateRule | null, now: string): GateModes | null => {
  if (rule === null) return null;
  const at = instantOf(now);
  const turns = (rule.turns ?? []).filter((turn) => instantOf(turn.at) > at);
  return { mode: modeAt(rule, at), turns };
};
