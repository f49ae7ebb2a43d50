import { createHash } from "node:crypto";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../database.ts";
import type { Vault } from "../master-key.ts";
import { type Refusal, refuse } from "./refusal.ts";

export type RepeatKey = {
  readonly key: string;
  readonly actor: string;
  readonly operation: string;
};

const keyPattern = /^[\x21-\x7e]{8,200}$/;

export const readRepeatKey = (
  header: string | null,
  actor: string,
  operation: string,
): Result<RepeatKey | null, Refusal> => {
  if (header === null) return ok(null);
  return keyPattern.test(header)
    ? ok({ key: header, actor, operation })
    : refuse("bad-input", "Idempotency-Key: takes 8 to 200 visible ASCII characters.");
};

const hashOf = (input: unknown): Buffer =>
  createHash("sha256").update(JSON.stringify(input)).digest();

const settle = async (
  db: Database,
  vault: Vault,
  { key, actor, operation }: RepeatKey,
  value: unknown,
): Promise<void> => {
  await db
    .updateTable("answeredRequest")
    .set({ answer: vault.seal(Buffer.from(JSON.stringify(value ?? null))) })
    .where("key", "=", key)
    .where("actor", "=", actor)
    .where("operation", "=", operation)
    .execute();
};

const forget = async (db: Database, { key, actor, operation }: RepeatKey): Promise<void> => {
  await db
    .deleteFrom("answeredRequest")
    .where("key", "=", key)
    .where("actor", "=", actor)
    .where("operation", "=", operation)
    .execute();
};

const underway = () =>
  refuse("conflict", "The same request is still being worked on.", {
    wayOut: "Send it again in a moment; it is not done twice.",
  });

/**
 * For what takes too long for one transaction. The claim is committed first; a repeat that comes before the answer is
 * told to come again, and what was refused or broke may be tried again.
 */
export const onceOutside = async (
  db: Database,
  vault: Vault,
  now: Date,
  repeat: RepeatKey,
  input: unknown,
  act: () => Promise<Result<unknown, Refusal>>,
): Promise<Result<unknown, Refusal>> => {
  const requestHash = hashOf(input);
  const isMine = await claim(db, now, repeat, requestHash);
  if (!isMine) return answerOf(db, vault, repeat, requestHash);
  let isSettled = false;
  try {
    const answer = await act();
    if (answer.ok) await settle(db, vault, repeat, answer.value);
    isSettled = answer.ok;
    return answer;
  } finally {
    if (!isSettled) await forget(db, repeat);
  }
};

const claim = async (
  db: Database,
  now: Date,
  repeat: RepeatKey,
  requestHash: Buffer,
): Promise<boolean> => {
  const claimed = await db
    .insertInto("answeredRequest")
    .values({ ...repeat, requestHash, answer: Buffer.alloc(0), createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  return claimed !== undefined;
};

const answerOf = async (
  db: Database,
  vault: Vault,
  { key, actor, operation }: RepeatKey,
  requestHash: Buffer,
): Promise<Result<unknown, Refusal>> => {
  const earlier = await db
    .selectFrom("answeredRequest")
    .select(["requestHash", "answer"])
    .where("key", "=", key)
    .where("actor", "=", actor)
    .where("operation", "=", operation)
    .executeTakeFirst();
  if (earlier === undefined) return underway();
  if (!earlier.requestHash.equals(requestHash)) {
    return refuse("key-reused", "This Idempotency-Key came before with a different request.", {
      wayOut: "Use a new key for a new request.",
    });
  }
  if (earlier.answer.length === 0) return underway();
  const plain = vault.open(earlier.answer);
  if (!plain) throw new Error("a stored answer cannot be opened with this master key");
  const value: unknown = JSON.parse(plain.toString("utf8"));
  return ok(value ?? undefined);
};

/**
 * Runs `act` once for a key. It works inside the request's transaction: of two equal requests at the same
 * time the second waits at the unique key for the first one's commit and then reads its answer; if the
 * first rolls back, the second goes ahead.
 */
export const once = async (
  db: Database,
  vault: Vault,
  now: Date,
  repeat: RepeatKey,
  input: unknown,
  act: () => Promise<Result<unknown, Refusal>>,
): Promise<Result<unknown, Refusal>> => {
  const requestHash = hashOf(input);
  const isMine = await claim(db, now, repeat, requestHash);
  if (!isMine) return answerOf(db, vault, repeat, requestHash);
  const answer = await act();
  if (answer.ok) await settle(db, vault, repeat, answer.value);
  return answer;
};
