/** Read-only: who may say what to whom, and the limits. */
export type Agent = "desk" | "intake" | "pricing" | "payment";

export type Envelope = {
  from: string;
  to: string;
  /** Grows with every message of a sender. */
  number: number;
  /** Milliseconds; at this moment it is over. */
  expires: number;
  /** The customer's case. */
  case: string;
  type: string;
  body: Record<string, unknown>;
  signature: string;
};

/** `order`, `price` and `unclear` carry item and quantity, `pay` carries amount and checked too. */
export const RIGHTS = [
  { from: "desk", type: "order", to: "intake" },
  { from: "intake", type: "price", to: "pricing" },
  { from: "pricing", type: "pay", to: "payment" },
  { from: "payment", type: "unclear", to: "pricing" },
];

export const VALID_MS = 60_000;
export const QUANTITY_MAX = 100;
/** Cents. */
export const AMOUNT_MAX = 100_000;
/** So many messages of one case an agent works on. */
export const CASE_STEPS_MAX = 5;
/** After so many faults in a row an agent gets nothing more to do. */
export const FAULTS_MAX = 3;
