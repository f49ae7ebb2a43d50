import { randomBytes } from "node:crypto";
import { hash, parseOptions, verify } from "@node-rs/argon2";

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One word in two encodings (composed, decomposed) is one word to the person who types it. */
const normal = (password: string): string => password.normalize("NFC");

export const hashPassword = (password: string): Promise<string> =>
  hash(normal(password), parameters);

export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  verify(stored, normal(password));

export const needsRehash = (stored: string): boolean => {
  if (!stored.startsWith("$argon2id$")) return true;
  const used = parseOptions(stored);
  return (
    used.memoryCost !== parameters.memoryCost ||
    used.timeCost !== parameters.timeCost ||
    used.parallelism !== parameters.parallelism
  );
};

/** Something to verify against when there is nobody, so that "nobody" takes as long as "wrong". */
export const makeDecoyHash = (): Promise<string> => hashPassword(randomBytes(24).toString("hex"));
