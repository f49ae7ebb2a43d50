import type { QuizCard, QuizResult } from "@checkride/api/quizzes";

const counted = (count: number, noun: string): string =>
  `${count} ${count === 1 ? noun : `${noun}s`}`;

export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** How many of so many have to be right. */
export const neededOf = (of: number, passMark: number): number => Math.ceil(of * passMark - 1e-9);

export const kindWords: Readonly<Record<QuizCard["kind"], string>> = {
  track: "Track quiz",
  refresher: "Refresher quiz",
  "five-minutes": "Five minutes",
};

/** "10:31", as the clock on the wall of whoever reads it shows it. */
export const clockTime = (at: string, zone?: string): string =>
  new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(new Date(at));

/** What it takes, or what is to be gone on with. */
export const quizSentence = (quiz: QuizCard, zone?: string): string => {
  const { open, last, nextFrom, questions, passMark, ready } = quiz;
  if (open) return `${open.answered} of ${open.of} questions are answered. Go on where you were.`;
  if (!ready) return "This quiz has too few questions at the moment.";
  if (last?.passed) return `You passed this quiz with ${percent(last.score)}.`;
  if (nextFrom) return `The next try opens at ${clockTime(nextFrom, zone)}.`;
  return `${counted(questions, "question")}. ${neededOf(questions, passMark)} right answers pass.`;
};

/** What came of a try that is over. */
export const resultSentence = ({ right, of, passMark, passed }: QuizResult): string => {
  const needed = neededOf(of, passMark);
  if (passed) return `Passed: ${right} of ${of} right, ${needed} were needed.`;
  return `${right} of ${of} right. ${needed} are needed to pass.`;
};
