import type { Marking, Reason } from "@checkride/rules/answer";

export const reasonsOf = (marking: Marking | null): ((about: string) => Reason | null) => {
  if (marking === null) return () => null;
  const byAbout = new Map(marking.reasons.map((reason) => [reason.about, reason]));
  return (about) => byAbout.get(about) ?? null;
};
