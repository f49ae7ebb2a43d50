import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkFault } from "../../platform/networks.ts";
import { makeReachable, readReceiverUrl } from "./reachable.ts";

const nowhere = makeReachable([]);
const may = (address: string, own: readonly string[] = [], protocol = "https:") =>
  makeReachable(own).whyNot(address, protocol) === null;
const read = (url: string, own: readonly string[] = []) =>
  readReceiverUrl(url, makeReachable(own), own.length > 0);

describe("an address", () => {
  it.each(["8.8.8.8", "1.1.1.1", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001::200e"])(
    "on the public internet may be reached: %s",
    (address) => expect(may(address)).toBe(true),
  );

  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "ff02::1",
    "2001:db8::1",
  ])("that is not public may not: %s", (address) => expect(may(address)).toBe(false));

  it("that the owner named may, over http too, and no other beside it", () => {
    expect(may("10.1.2.3", ["10.1.0.0/16"], "http:")).toBe(true);
    expect(may("::1", ["::1"], "http:")).toBe(true);
    expect(may("10.2.2.3", ["10.1.0.0/16"])).toBe(false);
    expect(may("169.254.169.254", ["10.0.0.0/8", "192.168.0.0/16"])).toBe(false);
    expect(may("8.8.8.8", ["10.1.0.0/16"], "http:")).toBe(false);
  });
});

/** Every way to write an IPv4 address that a URL knows. */
const writtenForms = (octets: readonly number[]): readonly string[] => {
  const number = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return [
    octets.join("."),
    String(number),
    `0x${number.toString(16)}`,
    octets.map((octet) => `0${octet.toString(8)}`).join("."),
    `[::ffff:${octets.join(".")}]`,
    `${octets.join(".")}.`,
  ];
};

describe("a webhook's address", () => {
  it("never leads inside, however it is written", () => {
    const inside = fc.oneof(
      fc.tuple(fc.constant(127), fc.nat(255), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(10), fc.nat(255), fc.nat(255), fc.nat(255)),
      fc.constant([169, 254, 169, 254]),
    );
    fc.assert(
      fc.property(inside, fc.nat(5), (octets, form) => {
        expect(read(`https://${writtenForms(octets)[form] ?? ""}/`).ok).toBe(false);
      }),
    );
  });

  it("is https, but inside the owner's own networks", () => {
    expect(read("http://hooks.example.com/")).toMatchObject({ error: "must begin with https://" });
    expect(read("http://192.168.7.4/", ["192.168.7.4"]).ok).toBe(true);
    expect(read("http://8.8.8.8/", ["192.168.7.4"]).ok).toBe(false);
  });

  it("carries no password and loses what is never sent", () => {
    expect(read("https://me:secret@hooks.example.com/").ok).toBe(false);
    expect(read("https://hooks.example.com/a?b#c")).toEqual({
      ok: true,
      value: "https://hooks.example.com/a?b",
    });
  });

  it("of a name is judged when it is sent to, as a name may lead elsewhere by then", () => {
    expect(readReceiverUrl("https://localhost/", nowhere, false).ok).toBe(true);
  });
});

describe("a network of the owner's", () => {
  it.each(["10.0.0.0/8", "192.168.7.4", "fd00::/8", "::1"])("%s is one", (text) =>
    expect(networkFault(text)).toBeNull(),
  );
  it.each(["", "all", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "::1/129", "10.0.0/8"])(
    "%j is none",
    (text) => expect(networkFault(text)).toContain("no address or range"),
  );
});
