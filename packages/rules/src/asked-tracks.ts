import { isInAudience } from "./matches.ts";
import type { PersonFacts } from "./person.ts";
import type { Policy } from "./policy.ts";

/** The tracks whose certificates the policy asks of a person, in the order of the policy. */
export const askedTracks = (policy: Policy, person: PersonFacts): readonly string[] => {
  const tracks = Object.values(policy.certificates).flatMap((rule) => {
    const isAsked = rule.for.some((audience) => isInAudience(audience, person, policy.audiences));
    return rule.track !== null && isAsked ? [rule.track] : [];
  });
  return [...new Set(tracks)];
};
