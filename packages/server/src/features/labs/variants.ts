import { createHash } from "node:crypto";
import type { OpenLab } from "@checkride/range/labs/open-lab";

/** What somebody looks at before answering stays; where code is run, cases are drawn anew for each attempt. */
export const seedOfAttempt = ({ lab }: OpenLab, workspaceSeed: string, number: number): string =>
  lab.run === null ? workspaceSeed : `${workspaceSeed} ${number}`;

/**
 * Where questions are answered, a second attempt at the same ones would be a matter of elimination: what was wrong is
 * known by then.
 */
export const allowsOneAttempt = ({ lab }: OpenLab): boolean =>
  lab.run === null && lab.start.length === 0;

/** Names a variant in evidence without telling what would draw it again. */
export const variantOf = (seed: string): string =>
  createHash("sha256").update(`variant ${seed}`).digest("hex");
