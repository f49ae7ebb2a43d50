import type { GateMode } from "@checkride/rules/policy";

export const modeWords: Readonly<Record<GateMode, string>> = {
  observe: "Observes",
  warn: "Warns",
  enforce: "Enforces",
};

export const modeHelp: Readonly<Record<GateMode, string>> = {
  observe: "is recorded, and nobody is stopped",
  warn: "is said to the person, and nobody is stopped",
  enforce: "keeps the gate closed",
};

/** How many gates there are, and how many of them stop anybody. */
export const gatesSentence = (gates: readonly { readonly mode: GateMode }[]): string => {
  if (gates.length === 0) return "The policy knows no gate yet.";
  const enforced = gates.filter(({ mode }) => mode === "enforce").length;
  const all = gates.length === 1 ? "1 gate" : `${gates.length} gates`;
  if (enforced === gates.length)
    return `${all}, ${gates.length === 1 ? "enforced" : "all enforced"}.`;
  if (enforced === 0) return `${all}; none stops anybody yet.`;
  return `${all}; ${enforced} ${enforced === 1 ? "is" : "are"} enforced.`;
};

type Decided = {
  readonly gate: string;
  readonly outcome: "allow" | "deny";
  readonly enforced: boolean;
};

export const decisionSentence = (who: string, { gate, outcome, enforced }: Decided): string => {
  if (outcome === "allow") return `${who} may pass ${gate}.`;
  return enforced
    ? `${who} may not pass ${gate}.`
    : `${who} lacks something for ${gate}, which stops nobody yet.`;
};
