import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkOf } from "./network-of.ts";

describe("the network of an address", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("of %s is %s", (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });

  it("is the same however the address is written", () => {
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        const url = new URL(`http://[${ip}]/`);
        const short = url.hostname.slice(1, -1);
        fc.pre(!ip.includes("."));
        expect(networkOf(ip)).toBe(networkOf(short));
      }),
    );
  });
});
