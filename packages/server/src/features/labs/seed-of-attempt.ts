import type { OpenLab } from "@checkride/range/labs/open-lab";

/** Each attempt has its own seed where cases are drawn anew for it; otherwise what was shown is what is judged. */
export const seedOfAttempt = (
  { variants }: Pick<OpenLab, "variants">,
  workspaceSeed: string,
  number: number,
): string => (variants === "fresh" ? `${workspaceSeed} ${number}` : workspaceSeed);
