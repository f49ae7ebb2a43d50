import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes, base64url: nobody guesses it, so a plain hash of it is enough to keep. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

export const hashSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();
