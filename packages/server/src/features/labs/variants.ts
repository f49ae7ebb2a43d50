import { createHash } from "node:crypto";
import type { OpenLab } from "@checkride/range/labs/open-lab";

/** Each attempt has its own seed where cases are drawn anew for it; otherwise what was shown is what is judged. */
export const seedOfAttempt = (
  { variants }: Pick<OpenLab, "variants">,
  workspaceSeed: string,
  number: number,
): string => (variants === "fresh" ? `${workspaceSeed} ${number}` : workspaceSeed);

/** Names a variant in evidence without telling what would draw it again. */
export const variantOf = (seed: string): string =>
  createHash("sha256").update(`variant ${seed}`).digest("hex");
