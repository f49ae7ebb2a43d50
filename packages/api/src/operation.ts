import type { Right } from "@checkride/rules/rights";
import type { z } from "zod";
import type { ProblemCode } from "./problems.ts";

export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof methods)[number];

/** `public`: nobody need be signed in. `signed-in`: any active person. Otherwise the named right. */
export type Access = "public" | "signed-in" | Right;

type Shape = z.ZodType;

/** One thing that can be asked of the server: the same value validates, documents and types it. */
export type Operation = {
  readonly summary: string;
  readonly access: Access;
  /** Who lacks the right is told "not found", because even that the thing exists is not theirs to know. */
  readonly masked?: true;
  /** A repeat with the same `Idempotency-Key` gets the first answer and does nothing again. */
  readonly repeatable?: true;
  /** It takes longer than a connection should be held, so it opens its transaction where it writes. */
  readonly ownTransaction?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: Shape;
  /** A body that is text of this type instead of JSON. */
  readonly bodyText?: { readonly type: string; readonly maxBytes: number };
  /** What a success carries; absent: 204 without content. */
  readonly answer?: Shape;
  /** An answer that is a stream of this content type instead of JSON. */
  readonly answerType?: string;
  readonly problems?: readonly ProblemCode[];
};

export const operation = <const O extends Operation>(value: O): O => value;
