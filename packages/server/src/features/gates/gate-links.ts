import type { Remedy } from "@checkride/rules/standing";

const folders: Readonly<Record<string, string>> = {
  lab: "labs",
  lesson: "lessons",
  quiz: "quizzes",
  assessment: "assessments",
};

/** The page on which it is done; null: it is recorded elsewhere. */
const pathOf = ({ kind, ref }: Pick<Remedy, "kind" | "ref">): string | null => {
  if (kind === "sign-off") return `/documents/${encodeURIComponent(ref)}`;
  const [noun = "", id] = ref.split("/");
  const folder = folders[noun];
  if (kind !== "activity" || folder === undefined || id === undefined) return null;
  return `/${folder}/${encodeURIComponent(id)}`;
};

export const linksOf = (origin: string, remedies: readonly Remedy[]) => ({
  standing: `${origin}/`,
  remedy: remedies.flatMap(({ kind, ref, title }) => {
    const path = pathOf({ kind, ref });
    return path === null ? [] : [{ ref, title, url: origin + path }];
  }),
  account: `${origin}/account`,
});
