import type { ExpectedThreat } from "@checkride/range/kit/judge-threats";
import type { Json } from "@checkride/rules/exercise";
import type { Task } from "./checks.ts";

type Changes = {
  readonly threats?: readonly ExpectedThreat[];
  readonly mitigation?: string;
  readonly zones?: Readonly<Record<string, string>>;
  /** In which of the right words a threat is said: the first or the last. */
  readonly words?: 0 | -1;
};

/** What somebody would hand in who knows the system. */
export const modelled = (task: Task, changes: Changes = {}): { readonly [part: string]: Json } => {
  const { threats = task.expected, mitigation, zones = {}, words = 0 } = changes;
  return {
    model: {
      system: null,
      zones: [...task.zones].map(([component, right]) => ({
        component,
        zone: zones[component] ?? right.at(words) ?? "",
      })),
      threats: threats.map(({ id, at, actions, effects }) => ({
        id,
        at: at.at(words) ?? "",
        action: actions.at(words) ?? "",
        effect: effects.at(words) ?? "",
        how: "",
      })),
      mitigations: threats.map(({ id, mitigations }) => ({
        threat: id,
        component: "api",
        kind: mitigation ?? mitigations.at(words) ?? "",
        what: "It is refused in code, with a test.",
        owner: "",
        due: "",
      })),
    },
  };
};
