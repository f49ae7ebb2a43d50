import { randomUUID } from "node:crypto";
import type { LabDeps } from "./features/labs/deps.ts";
import { makeGrader } from "./features/labs/grader.ts";
import { makeLabBook } from "./features/labs/lab-book.ts";
import { countOne } from "./features/session/rate-store.ts";
import type { Content } from "./platform/content.ts";
import type { Parts } from "./wiring.ts";

/** Labs: what they need of others, and the one grader of this process. */
export const wireLabs = (parts: Parts, content: () => Content): LabDeps => {
  const { range, clock, log } = parts;
  const book = makeLabBook(content);
  const processId = randomUUID();
  return {
    content,
    book,
    range,
    grader: makeGrader({ db: parts.handle.db, range, book, clock, log, processId }),
    countOne: (bucket, now, ends) => countOne(parts.outside.db, bucket, now, ends),
  };
};
