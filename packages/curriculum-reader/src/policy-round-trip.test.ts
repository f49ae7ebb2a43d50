import fc from "fast-check";
import { expect, it } from "vitest";
import { stringify } from "yaml";
import { type PolicyFile, policySchema } from "./policy-schema.ts";
import { readPolicy } from "./read-policy.ts";
import { resolvePolicy } from "./resolve-policy.ts";
import { smallCatalogue, testNow } from "./test-policy-file.ts";

const words = fc.stringMatching(/^[A-Za-z][A-Za-z0-9,.: #'"-]{0,20}[a-z]$/);
const monthsUpTo = (max: number) => fc.integer({ min: 3, max }).map((count) => `${count} months`);
const days = fc.integer({ min: 0, max: 80 }).map((count) => `${count} days`);

const asks = fc.subarray(
  [
    { lab: "L17" },
    { quiz: "t1", passMark: "80%" },
    { quiz: "t1", passMark: 0.5 },
    { signOff: "ai-safety-policy", version: 1 },
    { evidence: "talk.held", where: { room: 1, open: true } },
    { some: { count: 1, of: [{ lab: "L01" }, { lab: "L27", since: "2026-01-01" }] } },
  ],
  { minLength: 1 },
);

const certificates = fc.record(
  {
    title: words,
    for: fc.constant(["technical"]),
    asks: asks.filter((list) => list.filter((ask) => "quiz" in ask).length < 2),
    refreshWith: fc.constant([{ quiz: "t1" }]),
    refresh: monthsUpTo(12),
    validity: monthsUpTo(24).filter((text) => Number.parseInt(text, 10) >= 12),
    notice: days,
    grace: days,
    firstDue: fc.oneof(days, fc.constant("never")),
    requiredFrom: fc.constant("2026-05-01"),
  },
  { requiredKeys: ["title", "for", "asks"] },
);

const files = fc.record({
  checkride: fc.constant(1),
  name: words,
  audiences: fc.record({
    technical: fc.record({
      title: words,
      because: words,
      who: fc.constantFrom(
        "everyone",
        { not: { team: "red" } },
        { all: [{ tier: 1 }, { role: ["council"] }] },
        { attribute: { name: "footprint", in: ["rag"] } },
      ),
    }),
  }),
  certificates: fc.record({ "safe-use": certificates }),
  gates: fc.record({
    deploy: fc.record(
      {
        title: words,
        mode: fc.constantFrom("observe", "warn", "enforce"),
        asks: fc.constant(["safe-use"]),
        turns: fc.constantFrom({ to: "warn", on: "2027-03-01" }, [
          { to: "warn", on: "2027-03-01" },
          { to: "enforce", on: "2027-03-02T06:00:00Z" },
        ]),
        offline: fc.record(
          {
            maxAge: fc.constantFrom("1 minute", "4 hours", "7 days"),
            otherwise: fc.constantFrom("allow", "deny"),
          },
          { requiredKeys: [] },
        ),
        breakGlass: fc.record({
          roles: fc.subarray(["owner", "council", "lead"], { minLength: 1 }),
          longest: fc.constantFrom("30 minutes", "3 days"),
        }),
        unlinked: fc.constantFrom("deny", "report"),
      },
      { requiredKeys: ["title", "mode", "asks"] },
    ),
  }),
});

it("a printed policy is read as what was printed", () => {
  fc.assert(
    fc.property(
      files,
      fc.constantFrom("block" as const, "flow" as const),
      (data, collectionStyle) => {
        const file: PolicyFile = policySchema.parse(data);
        const { policy, faults } = readPolicy(
          stringify(data, { collectionStyle, aliasDuplicateObjects: false }),
          smallCatalogue,
          testNow,
        );
        expect(faults.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(policy).toEqual(resolvePolicy(file, smallCatalogue));
      },
    ),
    { numRuns: 200 },
  );
});
