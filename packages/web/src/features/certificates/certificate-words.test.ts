import type { CertificateRecord } from "@checkride/api/certificates";
import { describe, expect, it } from "vitest";
import { certificatesSentence, holdingsOf, spanWords } from "./certificate-words.ts";

const issue = (given: Partial<CertificateRecord>): CertificateRecord => ({
  id: "0198c2f0-0000-7000-8000-000000000001",
  certificate: "safe-use",
  title: "Safe use of AI tools",
  policyVersion: 1,
  state: "valid",
  counts: true,
  validFrom: "2026-02-14T12:00:00.000Z",
  validUntil: "2027-02-14T12:00:00.000Z",
  issuedAt: "2026-02-14T12:00:00.000Z",
  endedAt: null,
  reason: null,
  replaces: null,
  url: "https://checkride.test/certificates/1",
  showName: false,
  issuedEvidence: "0198c2f0-0000-7000-8000-000000000002",
  evidence: [],
  ...given,
});

describe("my certificates", () => {
  it("are summed up by how many hold and which ends first", () => {
    expect(certificatesSentence([])).toBe("You hold no certificate yet.");
    expect(certificatesSentence([issue({})])).toBe(
      "You hold one certificate, valid until 14 February 2027.",
    );
    const other = issue({ certificate: "applied", validUntil: "2026-12-24T12:00:00.000Z" });
    expect(certificatesSentence([issue({}), other])).toBe(
      "You hold two certificates; the first to end does so on 24 December 2026.",
    );
    expect(certificatesSentence([issue({ state: "revoked" })])).toBe(
      "None of your certificates is valid now.",
    );
  });

  it("are one for each name, with what was issued before under it, and the valid ones first", () => {
    const old = issue({ id: "1", state: "renewed", issuedAt: "2025-02-14T12:00:00.000Z" });
    const now = issue({ id: "2" });
    const lost = issue({ id: "3", certificate: "a", title: "A", state: "withdrawn" });
    expect(
      holdingsOf([old, lost, now]).map(({ newest, earlier }) => [newest.id, earlier.length]),
    ).toEqual([
      ["2", 1],
      ["3", 0],
    ]);
  });

  it("say when they counted, which may have ended before they said so", () => {
    expect(spanWords(issue({}))).toBe("14 February 2026 to 14 February 2027");
    const revoked = issue({ state: "revoked", endedAt: "2026-05-01T12:00:00.000Z" });
    expect(spanWords(revoked)).toBe("14 February 2026 to 1 May 2026");
  });
});
