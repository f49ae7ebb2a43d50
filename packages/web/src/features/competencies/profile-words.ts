import type { CompetencyProfile, CompetencyRow } from "@checkride/api/competencies";

export const isExpected = ({ expected }: CompetencyRow): boolean => expected > 0;

const isMet = ({ level, expected }: CompetencyRow): boolean => level !== null && level >= expected;

/** How much of what my tracks expect I reach, as one sentence. */
export const profileSentence = ({ competencies, assessedAt }: CompetencyProfile): string => {
  const asked = competencies.filter(isExpected);
  const known = asked.filter(({ level }) => level !== null);
  if (competencies.length === 0) return "No area is installed.";
  if (known.length === 0) {
    return assessedAt === null
      ? "What you can do is not known here yet. An assessment of 25 minutes finds out."
      : "None of the areas that your tracks expect is known yet.";
  }
  const met = asked.filter(isMet).length;
  if (met === asked.length) return "You reach everything that your tracks expect.";
  const unknown = asked.length - known.length;
  const rest =
    unknown === 0 ? "" : ` ${unknown} of them ${unknown === 1 ? "is" : "are"} not known yet.`;
  return `You reach what your tracks expect in ${met} of ${asked.length} areas.${rest}`;
};

export const trendWords = ({ trend, history }: CompetencyRow): string => {
  switch (trend) {
    case "up":
      return "▲ risen";
    case "down":
      return "▽ fallen";
    case "same":
      return "= the same";
    case null:
      return history.length === 1 ? "first time" : "—";
  }
};

/** Expected ones first, each group in the order of the curriculum. */
export const expectedFirst = (rows: readonly CompetencyRow[]): readonly CompetencyRow[] => [
  ...rows.filter(isExpected),
  ...rows.filter((row) => !isExpected(row)),
];

/** A team, of whom so few have been assessed that counts would point at people. */
export const teamSentence = (team: {
  readonly shown: boolean;
  readonly people: number;
  readonly known: number | null;
  readonly competencies: readonly { readonly below: number }[];
}): string => {
  if (!team.shown) return "Too few are known here to be counted.";
  const gaps = team.competencies.filter(({ below }) => below > 0).length;
  const known = `${team.known ?? 0} of ${team.people} people are known.`;
  if (team.competencies.length === 0) return `${known} No area can be counted yet.`;
  if (gaps === 0) return `${known} Nobody of them is below what is expected.`;
  return `${known} In ${gaps} of ${team.competencies.length} areas somebody is below what is expected.`;
};
