import { checkRoles } from "./check-roles.ts";
import { modeAt } from "./gate-rule.ts";
import type { GateRule, Policy } from "./policy.ts";
import type { PolicyFault, PolicyPath } from "./policy-fault.ts";
import { error, warning } from "./policy-fault.ts";
import { instantOf } from "./time.ts";

const longestOfflineMinutes = 7 * 24 * 60;
const longestOpeningMinutes = 3 * 24 * 60;

export const checkGates = ({ gates }: Policy): PolicyFault[] =>
  Object.entries(gates).flatMap(([id, gate]) => {
    const path = ["gates", id];
    return [
      ...checkAsked(id, gate, path),
      ...checkTurns(gate, [...path, "turns"]),
      ...checkLengths(gate, path),
      ...checkRoles(
        [...path, "breakGlass", "roles"],
        gate.breakGlass?.roles ?? [],
        "openings:approve",
      ),
    ];
  });

const checkAsked = (id: string, gate: GateRule, path: PolicyPath): PolicyFault[] => {
  const faults: PolicyFault[] = [];
  if (gate.asks.length === 0) {
    faults.push(warning([...path, "asks"], `gate \`${id}\` asks for nothing and stands open`));
  }
  for (const [index, certificate] of gate.asks.entries()) {
    if (gate.asks.indexOf(certificate) === index) continue;
    const says = `certificate \`${certificate}\` is asked for twice here`;
    faults.push(error([...path, "asks", index], says));
  }
  if (gate.for !== null && gate.for.length === 0) {
    const says = `gate \`${id}\` is for nobody; leave \`for\` out to let everyone with the certificates pass`;
    faults.push(error([...path, "for"], says));
  }
  return faults;
};

const checkTurns = (gate: GateRule, path: PolicyPath): PolicyFault[] =>
  (gate.turns ?? []).flatMap(({ to, at }, index, all) => {
    const before = all[index - 1];
    if (before !== undefined && instantOf(at) <= instantOf(before.at)) {
      return [error([...path, index, "at"], "each turn comes after the one before it")];
    }
    if (to !== modeAt(gate, instantOf(at) - 1)) return [];
    return [warning([...path, index, "to"], `the mode is already \`${to}\` before this turn`)];
  });

const checkLengths = ({ offline, breakGlass }: GateRule, path: PolicyPath): PolicyFault[] => {
  const faults: PolicyFault[] = [];
  if (offline !== undefined && offline.maxAgeMinutes > longestOfflineMinutes) {
    const says = "an answer of more than 7 days ago says nothing about today";
    faults.push(error([...path, "offline", "maxAgeMinutes"], says, "7 days"));
  }
  if (breakGlass === undefined) return faults;
  if (breakGlass.roles.length === 0) {
    const says = "name at least one role, or leave `breakGlass` out";
    faults.push(error([...path, "breakGlass", "roles"], says));
  }
  if (breakGlass.longestMinutes > longestOpeningMinutes) {
    const says = "a gate that is open for more than 3 days is no emergency; name an exemption";
    faults.push(error([...path, "breakGlass", "longestMinutes"], says, "3 days"));
  }
  if (breakGlass.longestMinutes === 0) {
    const says = "it would end as it begins; leave `breakGlass` out so that nobody opens it";
    faults.push(error([...path, "breakGlass", "longestMinutes"], says));
  }
  return faults;
};
