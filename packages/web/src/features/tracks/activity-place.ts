import type { ActivityCard } from "@checkride/api/curriculum";
import { linkOptions } from "@tanstack/react-router";

/** Where an activity is done; null where there is no page for it. */
export const activityPlace = ({
  ref,
  installed,
  series,
}: Pick<ActivityCard, "ref" | "installed" | "series">) => {
  const [kind, id] = ref.split("/");
  if (id === undefined || !installed) return null;
  if (series) return linkOptions({ to: "/labs/$lab", params: { lab: series.lab.id } });
  if (kind === "lab") return linkOptions({ to: "/labs/$lab", params: { lab: id } });
  if (kind === "quiz") return linkOptions({ to: "/quizzes/$quiz", params: { quiz: id } });
  if (ref === "assessment/baseline") return linkOptions({ to: "/assessments/baseline" });
  if (kind === "assessment") {
    return linkOptions({ to: "/assessments/$assessment", params: { assessment: id } });
  }
  return null;
};

/** What a series of passes asks, and how far one is. */
export const seriesWords = ({ series }: Pick<ActivityCard, "series">): string | null =>
  series
    ? `${series.done} of ${series.of} variants of lab ${series.lab.id} passed with ${Math.round(series.score * 100)} points or more`
    : null;

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
