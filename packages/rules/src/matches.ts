import type { PersonFacts } from "./person.ts";
import type { Audience, Condition } from "./policy.ts";

type Audiences = Readonly<Record<string, Audience>>;

/** Is the condition true of the person. An audience that does not exist, or rests on itself, has nobody in it. */
export const matches = (
  condition: Condition,
  person: PersonFacts,
  audiences: Audiences,
  entered: readonly string[] = [],
): boolean => {
  const isTrue = (inner: Condition): boolean => matches(inner, person, audiences, entered);
  switch (condition.kind) {
    case "everyone":
      return true;
    case "all":
      return condition.of.every(isTrue);
    case "any":
      return condition.of.some(isTrue);
    case "not":
      return !isTrue(condition.of);
    case "audience":
      return isInAudience(condition.audience, person, audiences, entered);
    case "team":
      return person.team !== null && condition.in.includes(person.team);
    case "job":
      return person.job !== null && condition.in.includes(person.job);
    case "role":
      return person.roles.some((role) => condition.in.includes(role));
    case "tier":
      return person.tier !== null && condition.in.includes(person.tier);
    case "attribute":
      return attributeOf(person, condition.name).some((value) => condition.in.includes(value));
  }
};

export const isInAudience = (
  name: string,
  person: PersonFacts,
  audiences: Audiences,
  entered: readonly string[] = [],
): boolean => {
  const audience = Object.hasOwn(audiences, name) ? audiences[name] : undefined;
  if (audience === undefined || entered.includes(name)) return false;
  return matches(audience.who, person, audiences, [...entered, name]);
};

const attributeOf = (person: PersonFacts, name: string): readonly string[] =>
  (Object.hasOwn(person.attributes, name) ? person.attributes[name] : undefined) ?? [];
