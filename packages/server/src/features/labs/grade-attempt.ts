import type { LabAnswer } from "@checkride/range/labs/open-lab";
import type { Range } from "@checkride/range/run-cases";
import type { Database } from "../../platform/database.ts";
import type { Log } from "../../platform/log.ts";
import { keepFault, type Waiting } from "./attempt-store.ts";
import type { LabBook, PlayableLab } from "./lab-book.ts";
import type { LiveAttempts } from "./live-attempts.ts";
import { settleAttempt } from "./settle-attempt.ts";

export type GraderParts = {
  readonly db: Database;
  readonly range: Range;
  readonly book: LabBook;
  readonly clock: () => Date;
  readonly log: Log;
  /** Names this process among others that share the database. */
  readonly processId: string;
};

/** What is closing here goes on elsewhere, so nothing is written about it. */
export type Hand = { readonly live: LiveAttempts; readonly isClosed: () => boolean };

const notAble = "It could not be graded. Nothing was counted; submit it again.";

const nextChange = ({ live }: Hand, id: string): number => (live.of(id)?.change ?? 1) + 1;

const settle = async (
  parts: GraderParts,
  hand: Hand,
  attempt: Waiting,
  lab: PlayableLab,
  answer: LabAnswer,
): Promise<void> => {
  const { db, clock, log, processId: by } = parts;
  const change = nextChange(hand, attempt.id);
  if (answer.outcome === "graded") {
    const { graded } = answer;
    const settled = { attempt, open: lab.open, graded, change, by, now: clock() };
    await db.transaction().execute((tx) => settleAttempt(tx, settled));
    return;
  }
  if (hand.isClosed()) return;
  if (answer.outcome === "error") {
    log.warn({ attempt: attempt.id, because: answer.because }, "a lab attempt was not graded");
  }
  await keepFault(db, attempt.id, by, { fault: answer.says, change });
};

const giveBack = async (
  { db, log, processId }: GraderParts,
  hand: Hand,
  id: string,
  error: unknown,
): Promise<void> => {
  log.error({ attempt: id, err: error }, "a lab attempt was not graded");
  if (hand.isClosed()) return;
  const fault = { fault: notAble, change: nextChange(hand, id) };
  // A database that is away lets the lease run out, and the attempt is taken up again.
  await keepFault(db, id, processId, fault).catch(() => undefined);
};

/** Runs it in the one fair queue and keeps what came of it. It never throws: nobody waits for it by a promise alone. */
export const gradeAttempt = async (
  parts: GraderParts,
  hand: Hand,
  attempt: Waiting,
  loading: PlayableLab | Promise<PlayableLab | null>,
): Promise<void> => {
  const { id, files, seed, personId } = attempt;
  const { live } = hand;
  live.begin(id, 1);
  try {
    const lab = await loading;
    if (lab === null) throw new Error(`the version of ${attempt.lab} cannot be played any more`);
    const onPosition = (before: number | null) => live.move(id, before);
    const options = { person: personId, onPosition };
    const answer = await lab.open.grade(parts.range, files, seed, options);
    await settle(parts, hand, attempt, lab, answer);
  } catch (error) {
    await giveBack(parts, hand, id, error);
  } finally {
    live.end(id);
  }
};
