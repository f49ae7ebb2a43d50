import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "./ids.ts";

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const times = fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true });

describe("newId", () => {
  it("gives the id of RFC 9562's own example for its time and random bits", () => {
    // Appendix A.6: 2022-02-22T14:22:22.000-05:00, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(newId(new Date(1_645_557_742_000), random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  });

  it("is a version 7 UUID for every time", () => {
    fc.assert(fc.property(times, (time) => uuidV7.test(newId(time))));
  });

  it("sorts as its times do", () => {
    fc.assert(
      fc.property(times, times, (a, b) => {
        fc.pre(a.getTime() < b.getTime());
        return newId(a) < newId(b);
      }),
    );
  });
});
