import { describe, expect, it } from "vitest";
import { tokensSentence } from "./token-words.ts";

const now = "2026-11-21T12:00:00Z";
const until = (expiresAt: string) => ({ expiresAt });

describe("tokensSentence", () => {
  it("does not count tokens that have ended", () => {
    expect(tokensSentence([until("2026-11-21T12:00:00Z")], now)).toBe("No access token is in use.");
  });

  it("warns of those that end within two weeks", () => {
    const tokens = [until("2026-12-05T11:59:59Z"), until("2026-12-05T12:00:00Z")];
    expect(tokensSentence(tokens, now)).toBe("2 access tokens work; 1 ends within two weeks.");
    expect(tokensSentence([until("2027-05-01T00:00:00Z")], now)).toBe("1 access token works.");
  });
});
