import type { Ask, CertificateRule, Condition } from "./policy.ts";
import type { PolicyPath } from "./policy-fault.ts";

type Located<T> = { readonly value: T; readonly path: PolicyPath };

/** Every ask of a list, those inside `some` included, with its place. */
export const walkAsks = (asks: readonly Ask[], path: PolicyPath): Located<Ask>[] =>
  asks.flatMap((ask, index) => {
    const here = [...path, index];
    const inner = ask.kind === "some" ? walkAsks(ask.of, [...here, "of"]) : [];
    return [{ value: ask, path: here }, ...inner];
  });

export const walkCertificate = (id: string, rule: CertificateRule): Located<Ask>[] => [
  ...walkAsks(rule.asks, ["certificates", id, "asks"]),
  ...walkAsks(rule.refreshAsks, ["certificates", id, "refreshAsks"]),
];

export const walkCondition = (condition: Condition, path: PolicyPath): Located<Condition>[] => {
  const here = { value: condition, path };
  if (condition.kind === "not") return [here, ...walkCondition(condition.of, [...path, "of"])];
  if (condition.kind !== "all" && condition.kind !== "any") return [here];
  return [
    here,
    ...condition.of.flatMap((inner, index) => walkCondition(inner, [...path, "of", index])),
  ];
};

/** The names that can be reached from a name and lead back to it, in the order of the way; null: none do. */
export const cycleThrough = (
  start: string,
  next: (name: string) => readonly string[],
): readonly string[] | null => {
  const visited = new Set<string>();
  const search = (name: string, way: readonly string[]): readonly string[] | null => {
    for (const following of next(name)) {
      if (following === start) return [...way, start];
      if (visited.has(following)) continue;
      visited.add(following);
      const found = search(following, [...way, following]);
      if (found !== null) return found;
    }
    return null;
  };
  return search(start, [start]);
};
