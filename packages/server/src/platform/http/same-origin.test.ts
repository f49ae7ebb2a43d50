import { describe, expect, it } from "vitest";
import { isBareProgram, isFromOurPages } from "./same-origin.ts";

const own = "https://checkride.example";
const from = (headers: Record<string, string>) => isFromOurPages(new Headers(headers), own);

describe("isFromOurPages", () => {
  it("accepts our own origin", () => expect(from({ origin: own })).toBe(true));
  it("accepts what the browser says is same-origin", () =>
    expect(from({ "sec-fetch-site": "same-origin" })).toBe(true));
  it.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "https://checkride.example.evil.example" },
    { origin: "http://checkride.example" },
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    {},
  ])("refuses %o", (headers) => expect(from({ ...headers })).toBe(false));
});

describe("isBareProgram", () => {
  it("is a program that carries nothing of anybody", () =>
    expect(isBareProgram(new Headers({ "user-agent": "node" }))).toBe(true));
  it.each([{ origin: own }, { "sec-fetch-site": "cross-site" }, { cookie: "a=b" }])(
    "is nothing that comes with %o",
    (headers) => expect(isBareProgram(new Headers({ ...headers }))).toBe(false),
  );
});
