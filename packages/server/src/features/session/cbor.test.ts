import { describe, expect, it } from "vitest";
import { type Cbor, encodeCbor } from "./cbor.test-data.ts";

describe("the authenticator's CBOR", () => {
  // RFC 8949, appendix A.
  it.each<readonly [Cbor, string]>([
    [0, "00"],
    [23, "17"],
    [24, "1818"],
    [100, "1864"],
    [1000, "1903e8"],
    [-1, "20"],
    [-10, "29"],
    [-100, "3863"],
    ["", "60"],
    ["IETF", "6449455446"],
    ["\u00fc", "62c3bc"],
    [Buffer.from("01020304", "hex"), "4401020304"],
    [
      new Map<number, Cbor>([
        [1, 2],
        [3, 4],
      ]),
      "a201020304",
    ],
  ])("writes %j as the standard does", (value, hex) => {
    expect(encodeCbor(value).toString("hex")).toBe(hex);
  });
});
