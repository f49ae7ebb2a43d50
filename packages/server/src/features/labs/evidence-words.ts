import { createHash } from "node:crypto";

export const activityOf = (lab: string): string => `lab/${lab}`;

/** Points are of a hundred, a score is a share. */
export const scoreOf = (points: number): number => points / 100;

/** Names a variant in evidence without telling what would draw it again. */
export const variantOf = (seed: string): string =>
  createHash("sha256").update(`variant ${seed}`).digest("hex");
