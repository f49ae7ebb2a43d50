import { createHmac } from "node:crypto";

/**
 * Of an erased person's address only this is kept: enough to notice that a file brings them back, nothing
 * that anybody without the installation's key could test a guess against.
 */
export const makeEmailMark =
  (key: Uint8Array) =>
  (email: string): Buffer =>
    createHmac("sha256", key).update(`erased:${email}`).digest();
