import type { LabLikeness } from "@checkride/api/labs";

export const likenessSentence = ({
  kind,
  share,
  one,
  other,
}: Pick<LabLikeness, "kind" | "share" | "one" | "other">): string => {
  const who = `${one.person.name} and ${other.person.name}`;
  return kind === "same"
    ? `${who} changed the same, names and layout aside.`
    : `${Math.round(share * 100)} % of what ${who} changed is alike.`;
};
