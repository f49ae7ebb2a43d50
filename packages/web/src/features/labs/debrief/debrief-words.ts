import type { LabDebrief, LabWorkspace } from "@checkride/api/labs";

type Debrief = Pick<LabDebrief, "answered" | "passedEvidence">;

/** What somebody comes to a debrief with. */
export const debriefSentence = (
  title: string,
  state: LabWorkspace["state"] | null,
  { answered, passedEvidence }: Debrief,
): string => {
  if (passedEvidence !== null) return `You have passed ${title}.`;
  if (state === "given-up") return `How ${title} is done.`;
  if (answered === null) return "All checks hold. Answer one question, and the lab is passed.";
  return `All checks hold, and the question is answered.`;
};

/** Why a lab may not be passed although all is done. */
export const stillOpenText = (
  state: LabWorkspace["state"] | null,
  { answered, passedEvidence }: Debrief,
): string | null => {
  if (passedEvidence !== null || answered === null || state === "given-up") return null;
  return "It counts as passed once each of a pair has handed in a change, and where a person looks at it, once that person has accepted it.";
};

const peopleMin = 5;

/** How it went for others here; null while too few have tried. */
export const othersText = ({
  people,
  passed,
  medianAttempts,
}: LabDebrief["others"]): string | null => {
  if (people < peopleMin) return null;
  const attempts =
    medianAttempts === null
      ? ""
      : `, most of them within ${medianAttempts} ${medianAttempts === 1 ? "attempt" : "attempts"}`;
  return `${people} people here have tried it, ${passed} have passed${passed === 0 ? "" : attempts}.`;
};
