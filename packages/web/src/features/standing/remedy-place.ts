import { linkOptions } from "@tanstack/react-router";
import type { Remedy } from "./words.ts";

/** Where what is missing is done, and what the button that leads there says; null: nowhere in this product. */
export const remedyPlace = ({ kind, ref }: Pick<Remedy, "kind" | "ref">) => {
  if (kind === "sign-off") {
    return {
      says: "Read and sign",
      link: linkOptions({ to: "/documents/$document", params: { document: ref } }),
    };
  }
  const [noun, id] = ref.split("/");
  if (kind !== "activity" || id === undefined) return null;
  switch (noun) {
    case "quiz":
      return {
        says: "Open the quiz",
        link: linkOptions({ to: "/quizzes/$quiz", params: { quiz: id } }),
      };
    case "lesson":
      return {
        says: "Open the lesson",
        link: linkOptions({ to: "/lessons/$lesson", params: { lesson: id } }),
      };
    case "assessment":
      if (id === "baseline") {
        return {
          says: "To the assessment",
          link: linkOptions({ to: "/assessments/baseline" }),
        };
      }
      return {
        says: "Open the assessment",
        link: linkOptions({ to: "/assessments/$assessment", params: { assessment: id } }),
      };
    case "lab":
      return {
        says: "Open the lab",
        link: linkOptions({ to: "/labs/$lab", params: { lab: id } }),
      };
    default:
      return null;
  }
};
