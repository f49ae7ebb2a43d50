import type { StandingView } from "@checkride/api/standing";
import { countWord } from "../../design/count-word.ts";

export type Remedy = StandingView["remedy"][number];

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const plurals: Readonly<Record<string, string>> = {
  quiz: "quizzes",
  match: "matches",
  "piece of evidence": "pieces of evidence",
};

/** "one lab", "two quizzes" */
export const counted = (count: number, noun: string): string =>
  `${countWord(count)} ${count === 1 ? noun : (plurals[noun] ?? `${noun}s`)}`;

/** "both gates", "all three gates" */
export const allOf = (count: number, noun: string): string =>
  count === 2 ? `both ${noun}s` : `all ${counted(count, noun)}`;

/** "a", "a and b", "a, b and c" */
export const listed = (parts: readonly string[]): string =>
  parts.length <= 1
    ? (parts[0] ?? "")
    : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;

/** What kind of thing a remedy is, from the name the policy gives it: `lab/L17` is a lab. */
export const remedyNoun = (remedy: Pick<Remedy, "kind" | "ref">): string => {
  switch (remedy.kind) {
    case "sign-off":
      return "sign-off";
    case "certificate":
      return "certificate";
    case "evidence":
      return "piece of evidence";
    case "activity":
      return remedy.ref.includes("/") ? (remedy.ref.split("/")[0] ?? "activity") : "activity";
  }
};

/** "one lab and two lessons" */
export const remediesText = (remedies: readonly Remedy[]): string => {
  const counts = new Map<string, number>();
  for (const remedy of remedies) {
    const noun = remedyNoun(remedy);
    counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  return listed([...counts].map(([noun, count]) => counted(count, noun)));
};

export const minutesText = (minutes: number | null): string | null => {
  if (minutes === null) return null;
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.round(minutes / 30) / 2;
  return `${hours} h`;
};
