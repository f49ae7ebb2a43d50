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
  const claimed = await db
    .insertInto("answeredRequest")
    .values({ ...repeat, requestHash, answer: Buffer.alloc(0), createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  if (claimed) {
    const answer = await act();
    if (answer.ok) {
      await db
        .updateTable("answeredRequest")
        .set({ answer: vault.seal(Buffer.from(JSON.stringify(answer.value ?? null))) })
        .where("key", "=", repeat.key)
        .where("actor", "=", repeat.actor)
        .where("operation", "=", repeat.operation)
        .execute();
    }
    return answer;
  }
  const earlier = await db
    .selectFrom("answeredRequest")
    .select(["requestHash", "answer"])
    .where("key", "=", repeat.key)
    .where("actor", "=", repeat.actor)
    .where("operation", "=", repeat.operation)
    .executeTakeFirstOrThrow();
  if (!earlier.requestHash.equals(requestHash)) {
    return refuse("key-reused", "This Idempotency-Key came before with a different request.", {
      wayOut: "Use a new key for a new request.",
    });
  }
  const plain = vault.open(earlier.answer);
  if (!plain) throw new Error("a stored answer cannot be opened with this master key");
  const value: unknown = JSON.parse(plain.toString("utf8"));
  return ok(value ?? undefined);
};
