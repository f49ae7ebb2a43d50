import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceCookie, makeDeviceCookie, readDeviceCookie } from "./device-cookie.ts";

const key = randomBytes(32);
const read = (text: string, withKey: Uint8Array = key) =>
  readDeviceCookie(withKey, new Map([[deviceCookie, text]]));

describe("the mark of a known device", () => {
  it("says whose device it is, and differs from device to device", () => {
    const personId = randomUUID();
    const [one, two] = [makeDeviceCookie(key, personId), makeDeviceCookie(key, personId)];
    expect(read(one)?.personId).toBe(personId);
    expect(read(one)?.nonce).not.toBe(read(two)?.nonce);
  });

  it("of another installation says nothing", () => {
    expect(read(makeDeviceCookie(key, randomUUID()), randomBytes(32))).toBeNull();
  });

  it("with any letter changed says nothing", () => {
    const mark = makeDeviceCookie(key, randomUUID());
    fc.assert(
      fc.property(
        fc.nat(mark.length - 1),
        fc.constantFrom("A", "z", "0", ".", "-"),
        (at, letter) => {
          const changed = mark.slice(0, at) + letter + mark.slice(at + 1);
          // The last letter of a signature holds two bits that base64url does not use.
          fc.pre(changed !== mark && at < mark.length - 1);
          expect(read(changed)).toBeNull();
        },
      ),
    );
  });

  it("never throws, whatever a cookie holds", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void read(text)));
  });
});
