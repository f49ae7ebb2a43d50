import { describe, expect, it } from "vitest";
import { ledgerSentence } from "./ledger-sentence.ts";

const now = "2026-11-21T12:00:00Z";
const say = (size: number, sealedAt: string | null, waiting: number) =>
  ledgerSentence({ size, sealedAt, waiting }, now, "UTC");

describe("ledgerSentence", () => {
  it("says the time today and the day before today", () => {
    expect(say(48213, "2026-11-21T09:14:05Z", 0)).toBe("48,213 facts, sealed through 09:14:05.");
    expect(say(1, "2026-11-20T09:14:05Z", 3)).toBe(
      "1 fact, sealed through 2026-11-20 09:14:05; 3 about to be.",
    );
  });

  it("tells an empty ledger from one that waits for its first seal", () => {
    expect(say(0, null, 0)).toBe("Nothing is recorded yet.");
    expect(say(0, null, 2)).toBe("2 facts, about to be sealed.");
  });
});
