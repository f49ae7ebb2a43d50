import type { Policy } from "./policy.ts";
import { walkCertificate } from "./walk-policy.ts";

/** What counts as passed where no certificate says. */
export const usualPassMark = 0.8;

/** The lowest mark that any certificate asks of the activity: whoever reaches it has passed for somebody. */
export const passMarkFor = (policy: Policy | null, activity: string): number => {
  const asks = Object.entries(policy?.certificates ?? {}).flatMap(([id, rule]) =>
    walkCertificate(id, rule).map(({ value }) => value),
  );
  const marks = asks.flatMap((ask) =>
    ask.kind === "activity" && ask.activity === activity && ask.passMark !== null
      ? [ask.passMark]
      : [],
  );
  return marks.length === 0 ? usualPassMark : Math.min(...marks);
};
