import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameHeader } from "../messages.ts";
import { makeFrameReader } from "./frames.ts";

const framed = (text: string, logs: string): Buffer =>
  Buffer.from(
    frameHeader(3, "returned", Buffer.byteLength(text), Buffer.byteLength(logs)) + text + logs,
  );

describe("a frame", () => {
  it("is the same in whatever pieces it comes", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 9 }), (text, logs, step) => {
        const read = makeFrameReader();
        const whole = framed(text, logs);
        let frame: ReturnType<typeof read> = null;
        for (let at = 0; at < whole.length; at += step) frame = read(whole.subarray(at, at + step));
        if (frame === null || frame === "odd") throw new Error("It is not read.");
        expect([frame.n, frame.status]).toEqual([3, "returned"]);
        expect(Buffer.from(frame.text).toString()).toBe(Buffer.from(text).toString());
        expect(Buffer.from(frame.logs).toString()).toBe(Buffer.from(logs).toString());
      }),
    );
  });

  it.each([
    ["an unknown status", "1 passed 4 0\ntrue"],
    ["a length that is none", "1 returned -4 0\ntrue"],
    ["a length beyond all measure", "1 returned 9999999 0\n"],
    ["no header", "x".repeat(64)],
    ["more than one frame", "1 returned 4 0\ntrue2 returned 4 0\ntrue"],
    ["spaces that do not belong", " 1 returned 4 0\ntrue"],
  ])("is odd with %s", (_what, text) => {
    expect(makeFrameReader()(Buffer.from(text))).toBe("odd");
  });
});
