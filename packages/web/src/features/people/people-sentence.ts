export type AskedCounts = {
  readonly people: number;
  readonly hold: number;
  readonly overdue: number;
};

const number = new Intl.NumberFormat("en-GB");

export const people = (count: number): string =>
  count === 1 ? "1 person" : `${number.format(count)} people`;

const overduePart = (overdue: number): string => {
  if (overdue === 0) return "nobody is overdue";
  return overdue === 1 ? "1 is overdue" : `${number.format(overdue)} are overdue`;
};

/** The answer to "how do we stand", from people, not from certificates. */
export const peopleSentence = (total: number, asked: AskedCounts): string => {
  if (total === 0) return "Nobody is here yet.";
  if (total === 1 && asked.people === 0) return "Only you are here so far.";
  if (asked.people === 0) return `${people(total)}, and the policy asks nothing of anybody yet.`;
  if (asked.hold === asked.people) {
    return asked.people === 1
      ? "The one person of whom something is asked holds it."
      : `All ${people(asked.people)} hold what they must.`;
  }
  const verb = asked.hold === 1 ? "holds" : "hold";
  return `${number.format(asked.hold)} of ${people(asked.people)} ${verb} what they must; ${overduePart(asked.overdue)}.`;
};
