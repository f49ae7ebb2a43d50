import type { ActivityCard } from "@checkride/api/curriculum";
import { linkOptions } from "@tanstack/react-router";

/** Where an activity is done; null where there is no page for it. */
export const activityPlace = ({ ref, installed }: Pick<ActivityCard, "ref" | "installed">) => {
  const [kind, id] = ref.split("/");
  if (id === undefined || !installed) return null;
  if (kind === "lab") return linkOptions({ to: "/labs/$lab", params: { lab: id } });
  if (kind === "quiz") return linkOptions({ to: "/quizzes/$quiz", params: { quiz: id } });
  if (ref === "assessment/baseline") return linkOptions({ to: "/assessments/baseline" });
  if (kind === "assessment") {
    return linkOptions({ to: "/assessments/$assessment", params: { assessment: id } });
  }
  return null;
};

const nouns: Readonly<Record<string, string>> = {
  lab: "Lab",
  quiz: "Quiz",
  assessment: "Assessment",
};

/** "Lab L17", "Quiz": what kind of thing it is, before it is opened. */
export const activityNoun = (ref: string): string => {
  const [kind = "", id = ""] = ref.split("/");
  return kind === "lab" ? `Lab ${id}` : (nouns[kind] ?? "");
};
