import { textDifference } from "@checkride/rules/text-difference";
import { makeEditionBook } from "./features/documents/edition-book.ts";
import { signsOf } from "./features/documents/my-sign.ts";
import { seriesOf } from "./features/labs/pass-series.ts";
import { answerAlone } from "./features/lessons/answer-question.ts";
import { askLone } from "./features/lessons/ask-lone.ts";
import { answerQuickly, type QuickAnswer } from "./features/lessons/quick-store.ts";
import { readMine } from "./features/lessons/store.ts";
import { countOne } from "./features/session/rate-store.ts";
import type { Known } from "./features/standing/refresh-standing.ts";
import { readPassed } from "./features/tracks/store.ts";
import type { LoneQuestion } from "./features/words/deps.ts";
import type { Database } from "./platform/database.ts";
import { gather } from "./platform/gather.ts";
import { gatherWrites } from "./platform/gather-writes.ts";
import type { Parts } from "./wiring.ts";

type ReadKnown = (db: Database, who: string, now: Date) => Promise<Known | null>;

/** What is taught now. Content that comes into force later is handed over here and nowhere else. */
export const contentOf =
  ({ curriculum }: Pick<Parts, "curriculum">) =>
  () =>
    curriculum.content;

/** Tracks, lessons, documents, words: what each of them needs of the others. */
export const wireLearning = (parts: Parts, readKnown: ReadKnown) => {
  const content = contentOf(parts);
  const editions = makeEditionBook();
  const standingsOf = async (db: Database, person: string, now: Date) => {
    const known = await readKnown(db, person, now);
    return known?.inForce ? { policy: known.inForce.policy, standings: known.standings } : null;
  };
  const lessons = {
    content,
    shuffleKey: parts.shuffleKey,
    readMine: gather((keys) => readMine(parts.handle.db, keys)),
    answerQuickly: gatherWrites({
      write: (asks: readonly QuickAnswer[]) => answerQuickly(parts.handle.db, asks),
      keyOf: ({ given, lesson }) => `${given.person} ${lesson}`,
    }),
    runCases: parts.range.runCases,
    countOne,
  };
  const lone = (question: LoneQuestion) => askLone(lessons, question);
  return {
    content,
    editions,
    lessons,
    tracks: { content, standingsOf, seriesOf, signsOf: signsOf(content) },
    documents: { content, editions, standingsOf, textDifference },
    words: {
      content,
      passedOf: readPassed,
      show: (question: LoneQuestion) => lone(question).show(),
      given: (_: Database, question: LoneQuestion) => lone(question).given(),
      answer: (
        db: Database,
        question: LoneQuestion,
        answer: Parameters<typeof answerAlone>[3],
        now: Date,
      ) => answerAlone(lessons, db, lone(question).question, answer, now),
    },
  };
};
