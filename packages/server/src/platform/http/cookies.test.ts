import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCookies, writeCookie } from "./cookies.ts";

const read = (cookie: string) => readCookies(new Headers({ cookie }));

describe("cookies", () => {
  it("are read by name", () => {
    expect([...read("a=1; checkride_session=x=y ; b")]).toEqual([
      ["a", "1"],
      ["checkride_session", "x=y"],
    ]);
  });

  it("never throw, whatever is sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        read(text);
      }),
    );
  });

  it("are HttpOnly and Lax, and Secure wherever a browser keeps them so", () => {
    expect(writeCookie("a", "b", 60, "https://x.example")).toBe(
      "a=b; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure",
    );
    expect(writeCookie("a", "b", 60, "http://localhost:7300")).toContain("Secure");
    expect(writeCookie("a", "b", 60, "http://10.0.0.5:7300")).not.toContain("Secure");
  });
});
