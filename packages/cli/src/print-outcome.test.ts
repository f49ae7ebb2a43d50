import { describe, expect, it } from "vitest";
import { complain, done } from "./outcome.ts";
import { plain } from "./paint.ts";
import { printOutcome } from "./print-outcome.ts";

const refused = complain("conflict", {
  code: "approvals-missing",
  says: "Two are missing.",
  faults: ["one", "two"],
  wayOut: "Ask them.",
});

describe("printOutcome", () => {
  it("prints an answer on stdout", () => {
    expect(printOutcome(done(["yes"], { a: 1 }), false, plain)).toEqual({
      out: "yes\n",
      err: "",
      code: 0,
    });
  });

  it("prints a complaint on stderr, with all faults and the way out", () => {
    expect(printOutcome(refused, false, plain)).toEqual({
      out: "",
      err: "checkride: Two are missing.\n  one\n  two\nAsk them.\n",
      code: 5,
    });
  });

  it("prints one JSON document on stdout, a complaint too", () => {
    const { out, err, code } = printOutcome(refused, true, plain);
    expect([err, code]).toEqual(["", 5]);
    expect(JSON.parse(out)).toEqual({ ok: false, exit: 5, error: refused.complaint });
    expect(JSON.parse(printOutcome(done(["yes"], { a: 1 }), true, plain).out)).toEqual({
      ok: true,
      exit: 0,
      a: 1,
    });
  });
});
