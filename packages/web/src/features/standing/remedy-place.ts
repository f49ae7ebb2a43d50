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
      // A quiz closes its track: the way to it leads through the lessons.
      return {
        says: "Open the track",
        link: linkOptions({
          to: "/tracks/$track",
          params: { track: id.replace(/-refresher$/, "") },
        }),
      };
    case "lesson":
      return {
        says: "Open the lesson",
        link: linkOptions({ to: "/lessons/$lesson", params: { lesson: id } }),
      };
    case "assessment":
      return {
        says: "Open the module",
        link: linkOptions({ to: "/modules/$module", params: { module: id } }),
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
