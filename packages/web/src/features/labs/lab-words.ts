import type { LabCard } from "@checkride/api/labs";

const kinds: Readonly<Record<string, string>> = {
  "llm-ctf": "Attack a model",
  "fix-code-ts": "Fix code, TypeScript",
  "fix-code-python": "Fix code, Python",
  classify: "Decide and mark",
  "dataset-clean": "Clean a data set",
  "bias-audit": "Audit for bias",
  "sign-verify": "Sign and verify",
  secrets: "Secrets",
  "ci-pipeline": "Pipeline",
  "pr-review": "Review a change",
  "incident-sim": "Lead an incident",
  "threat-model": "Model threats",
  "red-team-match": "Match",
};

export const kindWords = (kind: string): string => kinds[kind] ?? kind;

export const stateLooks = {
  none: { glyph: "○", tone: "none", word: "not begun" },
  underway: { glyph: "◐", tone: "none", word: "under way" },
  passed: { glyph: "●", tone: "current", word: "passed" },
} as const satisfies Readonly<Record<LabCard["state"], object>>;

const counted = (count: number, noun: string): string =>
  `${count} ${count === 1 ? noun : `${noun}s`}`;

export const attemptsText = (count: number): string =>
  count === 0 ? "no attempt yet" : counted(count, "attempt");

/** How far somebody is with the labs that can be played here. */
export const labsSentence = (labs: readonly LabCard[]): string => {
  const playable = labs.filter(({ installed }) => installed);
  if (playable.length === 0) return "No lab can be played here yet.";
  const passed = playable.filter(({ state }) => state === "passed").length;
  const underway = playable.filter(({ state }) => state === "underway").length;
  if (passed === playable.length) return "You have passed every lab that can be played here.";
  const rest = underway === 0 ? "" : `, ${underway} under way`;
  return passed === 0 && underway === 0
    ? `${counted(playable.length, "lab")} to pass by doing.`
    : `You have passed ${passed} of ${counted(playable.length, "lab")}${rest}.`;
};
