import type { LedgerState } from "@checkride/api/evidence";
import { isoDate } from "../../design/date.ts";

type State = Pick<LedgerState, "size" | "sealedAt" | "waiting">;

const facts = (count: number): string =>
  count === 1 ? "1 fact" : `${count.toLocaleString("en-GB")} facts`;

const sealedWords = (sealedAt: string, now: string, zone?: string): string => {
  const time = new Intl.DateTimeFormat("en-GB", {
    timeStyle: "medium",
    hourCycle: "h23",
    timeZone: zone,
  }).format(new Date(sealedAt));
  const day = isoDate(sealedAt, zone);
  return day === isoDate(now, zone) ? time : `${day} ${time}`;
};

/** How much is recorded, and up to when it can no longer be changed unseen. */
export const ledgerSentence = (
  { size, sealedAt, waiting }: State,
  now: string,
  zone?: string,
): string => {
  if (size === 0 || sealedAt === null) {
    return waiting > 0 ? `${facts(waiting)}, about to be sealed.` : "Nothing is recorded yet.";
  }
  const more = waiting > 0 ? `; ${waiting.toLocaleString("en-GB")} about to be` : "";
  return `${facts(size)}, sealed through ${sealedWords(sealedAt, now, zone)}${more}.`;
};
