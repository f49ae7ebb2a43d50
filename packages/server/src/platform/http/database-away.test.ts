import { describe, expect, it } from "vitest";
import { isDatabaseAway } from "./database-away.ts";

const withCode = (code: string) => Object.assign(new Error("x"), { code });

describe("isDatabaseAway", () => {
  it.each(["ECONNREFUSED", "57P01", "57P03", "53300", "55000", "25006"])("knows %s", (code) =>
    expect(isDatabaseAway(withCode(code))).toBe(true),
  );
  it("knows a missing socket, but not any missing file", () => {
    const missing = Object.assign(withCode("ENOENT"), { syscall: "connect" });
    expect(isDatabaseAway(missing)).toBe(true);
    expect(isDatabaseAway(withCode("ENOENT"))).toBe(false);
  });
  it("does not take a broken rule for an outage", () =>
    expect(isDatabaseAway(withCode("23505"))).toBe(false));
});
