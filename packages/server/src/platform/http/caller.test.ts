import { describe, expect, it } from "vitest";
import { ipOf } from "./caller.ts";

const env = { incoming: { socket: { remoteAddress: "10.0.0.9" } } };
const forwarded = new Headers({ "x-forwarded-for": "6.6.6.6, 203.0.113.7, 10.0.0.1" });

describe("ipOf", () => {
  it("believes no header when no proxy stands in front", () =>
    expect(ipOf(forwarded, env, 0)).toBe("10.0.0.9"));
  it("takes the entry that the outermost of our proxies wrote", () => {
    expect(ipOf(forwarded, env, 1)).toBe("10.0.0.1");
    expect(ipOf(forwarded, env, 2)).toBe("203.0.113.7");
  });
  it("falls back to the connection when a proxy wrote nothing", () =>
    expect(ipOf(new Headers(), env, 2)).toBe("10.0.0.9"));
});
