import type { GateRule } from "@checkride/rules/policy";
import { instantOf, isoOf } from "@checkride/rules/time";
import type { GateFile } from "./gate-schema.ts";
import { minutesOf } from "./measures.ts";

const builtIn = { maxAge: "60 minutes", otherwise: "deny" } as const;

/** A gate in the words of the rules; what a gate does not say stays unsaid. */
export const resolveGate = ({ title, mode, asks, for: only, ...more }: GateFile): GateRule => {
  const { turns, offline, breakGlass, unlinked } = more;
  return {
    title,
    mode,
    asks,
    for: only ?? null,
    ...(turns && {
      turns: [turns].flat().map(({ to, on }) => ({ to, at: isoOf(instantOf(on)) })),
    }),
    ...(offline && {
      offline: {
        maxAgeMinutes: minutesOf(offline.maxAge ?? builtIn.maxAge),
        otherwise: offline.otherwise ?? builtIn.otherwise,
      },
    }),
    ...(breakGlass && {
      breakGlass: { roles: breakGlass.roles, longestMinutes: minutesOf(breakGlass.longest) },
    }),
    ...(unlinked && { unlinked }),
  };
};
