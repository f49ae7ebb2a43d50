import { describe, expect, it } from "vitest";
import type { PolicyReading } from "./read-policy.ts";
import { readPolicy } from "./read-policy.ts";
import { smallCatalogue, soundPolicy, testNow } from "./test-policy-file.ts";

const read = (text: string): PolicyReading => readPolicy(text, smallCatalogue, testNow);

describe("a sound policy", () => {
  it("has no faults", () => {
    expect(read(soundPolicy).faults).toEqual([]);
  });

  it("becomes the policy of the rules, with titles and minutes of what it names", () => {
    const { policy } = read(soundPolicy);
    expect(policy?.certificates["safe-use"]).toEqual({
      title: "Safe use",
      track: null,
      for: ["technical"],
      asks: [
        {
          kind: "activity",
          activity: "lab/L17",
          title: "Title of lab/L17",
          passMark: null,
          since: null,
          minutes: 10,
        },
        {
          kind: "some",
          count: 1,
          title: null,
          of: ["lab/L01", "lab/L27"].map((activity) => ({
            kind: "activity",
            activity,
            title: `Title of ${activity}`,
            passMark: null,
            since: null,
            minutes: 10,
          })),
        },
        {
          kind: "activity",
          activity: "quiz/t1",
          title: "Title of quiz/t1",
          passMark: 0.8,
          since: null,
          minutes: 10,
        },
        {
          kind: "signOff",
          document: "ai-safety-policy",
          title: "AI safety policy",
          version: null,
          since: null,
        },
      ],
      refreshMonths: 12,
      validMonths: 24,
      refreshAsks: [],
      noticeDays: 60,
      graceDays: 14,
      firstDueDays: 60,
      requiredFrom: null,
      reopen: [
        {
          evidence: "observation.secret",
          where: {},
          count: 2,
          withinDays: 30,
          activities: ["lab/L17"],
          because: "secrets were pasted",
        },
      ],
    });
    expect(policy?.audiences["technical"]?.who).toEqual({
      kind: "any",
      of: [
        { kind: "tier", in: [1, 2] },
        { kind: "job", in: ["developer"] },
      ],
    });
    expect(policy?.gates["deploy/production"]?.for).toBeNull();
    expect(policy?.exemptions[0]?.from).toBeNull();
  });

  it("reads the same with a byte order mark and with Windows line ends", () => {
    const plain = read(soundPolicy).policy;
    expect(read(`\uFEFF${soundPolicy}`).policy).toEqual(plain);
    expect(read(soundPolicy.replaceAll("\n", "\r\n")).policy).toEqual(plain);
  });

  it("keeps a refresh that nobody wrote within a shorter validity", () => {
    const short = soundPolicy.replace(
      "  refresh: 12 months\n  validity: 24 months",
      "  validity: 6 months",
    );
    expect(read(short).policy?.certificates["safe-use"]?.refreshMonths).toBe(6);
  });
});

it("warns without refusing", () => {
  const { policy, faults } = read(soundPolicy.replace("asks: [safe-use]", "asks: []"));
  expect(policy).not.toBeNull();
  expect(faults).toMatchObject([{ severity: "warning", line: 36, column: 11 }]);
});

it("does not mistake what it could not read for something missing", () => {
  // The certificate is left out for its broken asks; the gate and the exemption that name it are right.
  const { faults } = read(soundPolicy.replace(/ {4}asks:\n(?: {6}.*\n)+/, "    asks: none\n"));
  expect(faults.map(({ says }) => says)).toEqual([
    "`asks` must be a list of asks such as `- lab: L17`, not `none`",
  ]);
});

it("says what is expected of an empty file", () => {
  expect(read("").faults.map(({ says }) => says)).toEqual([
    "the file must be a policy that begins with `checkride: 1`, not nothing",
  ]);
});
