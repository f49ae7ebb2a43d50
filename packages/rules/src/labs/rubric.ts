/** What a person asks who has the last word in a lab, and from how many points on it is accepted. */
export type LabRubric = {
  readonly acceptedFrom: number;
  readonly questions: readonly { readonly id: string; readonly says: string }[];
};

/** A question earns from none of these to all. */
export const rubricPointsMax = 3;

export type RubricPoints = { readonly [question: string]: number };

export const pointsAltogether = ({ questions }: LabRubric, points: RubricPoints): number =>
  questions.reduce((sum, { id }) => sum + (points[id] ?? 0), 0);

export const mostPoints = ({ questions }: LabRubric): number => questions.length * rubricPointsMax;

/** By the points, and by nothing else: whoever gives them decides with them. */
export const isAcceptedWith = (rubric: LabRubric, points: RubricPoints): boolean =>
  pointsAltogether(rubric, points) >= rubric.acceptedFrom;

/** Where points are missing, or given to what nobody asks. */
export const rubricFaults = (
  { questions }: LabRubric,
  points: RubricPoints,
): readonly { readonly question: string; readonly says: string }[] => {
  const asked = questions.map(({ id }) => id);
  return [
    ...asked
      .filter((id) => points[id] === undefined)
      .map((question) => ({ question, says: "has no points yet" })),
    ...Object.keys(points)
      .filter((id) => !asked.includes(id))
      .map((question) => ({ question, says: "is not in the rubric" })),
  ];
};

/** What its author is told of the points, one line for each question. */
export const sayPoints = (rubric: LabRubric, points: RubricPoints): string =>
  [
    ...rubric.questions.map(({ id, says }) => `${says} ${points[id] ?? 0} of ${rubricPointsMax}.`),
    `${pointsAltogether(rubric, points)} of ${mostPoints(rubric)} points; ${rubric.acceptedFrom} are enough.`,
  ].join("\n");
