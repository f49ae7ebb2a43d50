import { describe, expect, it } from "vitest";
import { evidenceQuery } from "./evidence-query.ts";

const person = "0198b5c0-0000-7000-8000-000000000001";

describe("evidenceQuery", () => {
  it("takes days whole, in the reader's zone", () => {
    expect(
      evidenceQuery({ kind: "gate.decided", person, from: "2026-05-03", to: "2026-05-03" }),
    ).toEqual({
      kind: "gate.decided",
      person,
      from: new Date("2026-05-03T00:00:00.000").toISOString(),
      to: new Date("2026-05-03T23:59:59.999").toISOString(),
    });
  });

  it("leaves out what the server would refuse", () => {
    expect(evidenceQuery({ kind: "", person: "ada", from: "yesterday", to: "2026-13-40" })).toEqual(
      {},
    );
  });
});
