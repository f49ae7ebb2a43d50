/** An assessment in one's own words: what is to be written, and the six points it is judged by. */
export type WrittenAssessment = {
  readonly id: string;
  readonly fields: readonly {
    readonly id: string;
    readonly title: string;
    readonly help: string;
  }[];
  readonly rubric: readonly { readonly id: string; readonly says: string }[];
};

/** A reviewer gives each point of the rubric none of it, half or all. */
export const rubricSteps = [0, 0.5, 1] as const;

export const reviewsFirst = 2;
/** Two reviewers who differ by more than this are not enough. */
const apartMax = 2;

export const reviewsNeeded = (points: readonly number[]): number => {
  const [one, other] = points;
  if (one === undefined || other === undefined) return reviewsFirst;
  return Math.abs(one - other) > apartMax ? reviewsFirst + 1 : reviewsFirst;
};

/** The mean of two; of three the one in the middle, so that a single reviewer cannot tip it. */
export const decidedPoints = (points: readonly number[]): number => {
  const sorted = points.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  if (sorted.length % 2 === 1) return middle;
  return ((sorted[sorted.length / 2 - 1] ?? 0) + middle) / 2;
};

const productRisk: WrittenAssessment = {
  id: "m16",
  fields: [
    {
      id: "context",
      title: "Context",
      help: "What the feature does, for whom, where its text comes from and what it may do by itself.",
    },
    {
      id: "people",
      title: "People affected",
      help: "Who meets it, who is judged by it without meeting it, and who can least defend themselves.",
    },
    {
      id: "harms",
      title: "Top three harms",
      help: "For each: what happens to whom, how likely, and whether it can be undone.",
    },
    {
      id: "controls",
      title: "Controls",
      help: "For each harm: what prevents it, what notices it, who acts, and what the fallback is.",
    },
    {
      id: "residual",
      title: "Residual risk",
      help: "What is left when all controls work, and what is left when the first of them fails.",
    },
    {
      id: "decision",
      title: "Decision asked",
      help: "What the board is to decide, by when, with which conditions and which date of review.",
    },
  ],
  rubric: [
    {
      id: "context",
      says: "The use is described so that somebody outside the team could triage it.",
    },
    {
      id: "people",
      says: "Groups that are affected without using it are named, with what sets them apart.",
    },
    { id: "harms", says: "Three harms are concrete, ranked, and say whether they can be undone." },
    {
      id: "controls",
      says: "Each harm has a control with an owner, a signal and a tested fallback.",
    },
    {
      id: "residual",
      says: "The remaining risk is stated honestly, with the case that a control fails.",
    },
    {
      id: "decision",
      says: "The decision asked is one that can be taken: options, conditions, date.",
    },
  ],
};

const championPlan: WrittenAssessment = {
  id: "m17-plan",
  fields: [
    {
      id: "team",
      title: "My team",
      help: "What it builds with models, and where its people stand, in counts and not in names.",
    },
    {
      id: "first-week",
      title: "First week",
      help: "One thing that you do, whom it is for and how you will know that it worked.",
    },
    {
      id: "session",
      title: "A session",
      help: "Which kit you run, when, for whom, and which case or code of your own is in it.",
    },
    {
      id: "reviews",
      title: "Reviews",
      help: "How AI-written changes are reviewed, and what you look at that others tend to miss.",
    },
    {
      id: "reports",
      title: "Reports",
      help: "How near misses reach you and security, and what nobody has to fear when they report one.",
    },
    {
      id: "measure",
      title: "What changes",
      help: "One count before and after the month, with its numerator and its denominator.",
    },
  ],
  rubric: [
    { id: "team", says: "It begins with what this team builds, not with a general list." },
    { id: "first-week", says: "The first week holds one thing that can be done and checked." },
    { id: "session", says: "The session has a date, an audience and an example of their own." },
    { id: "reviews", says: "The habit in reviews is concrete and costs little." },
    { id: "reports", says: "The way for near misses is short and blames nobody." },
    { id: "measure", says: "The count says what changed at work, not how many attended." },
  ],
};

export const writtenAssessments: readonly WrittenAssessment[] = [productRisk, championPlan];
