import { gunzipSync } from "node:zlib";
import { decodeList } from "@digitalbazaar/vc-bitstring-status-list";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodePlaces } from "./status-bits.ts";
import { listEntries } from "./store.ts";

const bitsOf = (encoded: string): Buffer => gunzipSync(Buffer.from(encoded.slice(1), "base64url"));

describe("a list of places", () => {
  it("that is empty is the published one", () => {
    // W3C Bitstring Status List v1.0, "BitstringStatusListCredential", the example of a list without an entry.
    const published = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";
    const ours = encodePlaces([]);
    expect(ours.slice(0, 5)).toBe(published.slice(0, 5));
    expect(bitsOf(ours)).toEqual(bitsOf(published));
    expect(bitsOf(ours)).toHaveLength(listEntries / 8);
  });

  it("begins with the highest bit of the first byte", () => {
    const bits = bitsOf(encodePlaces([0, 9, listEntries - 1]));
    expect([bits[0], bits[1], bits.at(-1)]).toEqual([0b1000_0000, 0b0100_0000, 0b0000_0001]);
  });

  it("sets these places and no others, as another library reads them", async () => {
    const place = fc.nat(listEntries - 1);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(place, { maxLength: 50 }), place, async (places, other) => {
        const encodedList = encodePlaces(places);
        const list = await decodeList({ encodedList });
        expect(places.every((one) => list.getStatus(one))).toBe(true);
        expect(list.getStatus(other)).toBe(places.includes(other));
        const ones = bitsOf(encodedList).reduce(
          (sum, byte) => sum + byte.toString(2).split("1").length - 1,
          0,
        );
        expect(ones).toBe(places.length);
      }),
      { numRuns: 30 },
    );
  });
});
