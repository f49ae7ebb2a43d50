import type { Threat, ThreatModel } from "@checkride/rules/labs/threat-model";

/** A threat that is there, in all the words in which somebody may rightly say it. */
export type ExpectedThreat = {
  readonly id: string;
  /** Components and flows on its way. */
  readonly at: readonly string[];
  readonly actions: readonly string[];
  readonly effects: readonly string[];
  /** Kinds of mitigation that hold against it. */
  readonly mitigations: readonly string[];
};

export type ThreatFindings = {
  /** Expected threats by the learner's own: the first of two that say the same counts. */
  readonly found: ReadonlyMap<Threat, ExpectedThreat>;
  /** Neither expected nor otherwise true. */
  readonly wrong: readonly Threat[];
  /** True besides what is expected. */
  readonly extra: readonly Threat[];
};

const says = (threat: Threat, expected: ExpectedThreat): boolean =>
  expected.at.includes(threat.at) &&
  expected.actions.includes(threat.action) &&
  expected.effects.includes(threat.effect);

/** Each threat stands for one expected threat at most, in the way in which most are found. */
export const judgeThreats = (
  threats: readonly Threat[],
  expected: readonly ExpectedThreat[],
  alsoTrue: readonly ExpectedThreat[],
): ThreatFindings => {
  const takenBy = new Map<ExpectedThreat, Threat>();
  const place = (threat: Threat, tried: Set<ExpectedThreat>): boolean => {
    for (const one of expected) {
      if (tried.has(one) || !says(threat, one)) continue;
      tried.add(one);
      const other = takenBy.get(one);
      if (other !== undefined && !place(other, tried)) continue;
      takenBy.set(one, threat);
      return true;
    }
    return false;
  };
  for (const threat of threats) place(threat, new Set());
  const found = new Map([...takenBy].map(([one, threat]) => [threat, one]));
  const others = threats.filter(
    (threat) => !found.has(threat) && !expected.some((one) => says(threat, one)),
  );
  const extra = others.filter((threat) => alsoTrue.some((one) => says(threat, one)));
  return { found, extra, wrong: others.filter((threat) => !extra.includes(threat)) };
};

/** Components that are in no zone, or in none of those that are right for them. */
export const misplaced = (
  right: ReadonlyMap<string, readonly string[]>,
  zones: ThreatModel["zones"],
): readonly string[] => {
  const zoneOf = new Map(zones.map(({ component, zone }) => [component, zone]));
  return [...right].flatMap(([id, allowed]) =>
    allowed.includes(zoneOf.get(id) ?? "") ? [] : [id],
  );
};
