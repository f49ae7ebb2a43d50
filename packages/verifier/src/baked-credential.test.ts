import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { credentialInPicture } from "./baked-credential.ts";

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

const png = (...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", Buffer.alloc(13)),
    ...chunks,
  ]);

const baked = (text: string, compressed = 0): Buffer =>
  chunk(
    "iTXt",
    Buffer.concat([
      Buffer.from("openbadgecredential\0"),
      Buffer.from([compressed, 0, 0, 0]),
      Buffer.from(text),
    ]),
  );

const svg = (inside: string): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?>\n<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">${inside}<g/></svg>`,
  );

describe("a picture with a credential", () => {
  it("gives it back, from PNG and from SVG, as token and as JSON", () => {
    expect(credentialInPicture(png(baked("a.b.c"), chunk("IEND", Buffer.alloc(0))))).toEqual({
      ok: true,
      value: "a.b.c",
    });
    expect(credentialInPicture(svg('<openbadges:credential verify="a.b.c"/>'))).toEqual({
      ok: true,
      value: "a.b.c",
    });
    const json = '<openbadges:credential><![CDATA[{"id":"x"}]]></openbadges:credential>';
    expect(credentialInPicture(svg(json))).toEqual({ ok: true, value: '{"id":"x"}' });
  });

  it("without one, with two or with a compressed one is refused", () => {
    for (const picture of [
      png(),
      png(baked("a.b.c"), baked("d.e.f")),
      png(baked("a.b.c", 1)),
      svg(""),
      svg('<openbadges:credential verify="a"/><openbadges:credential verify="b"/>'),
    ]) {
      expect(credentialInPicture(picture)).toMatchObject({ error: { code: "malformed" } });
    }
  });

  it("is read at once, however often an element seems to begin", () => {
    const begun = performance.now();
    const many = svg(`<openbadges:credential ${"<openbadges:credentials".repeat(40_000)}`);
    expect(credentialInPicture(many)).toMatchObject({ error: { code: "malformed" } });
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it("is told from what is no picture, and never falls over cut bytes", () => {
    expect(credentialInPicture(Buffer.from("a.b.c"))).toBeNull();
    expect(credentialInPicture(Buffer.from('{"id":"<svg"}'))).toBeNull();
    const whole = png(baked("a.b.c"));
    fc.assert(
      fc.property(fc.nat(whole.length), fc.uint8Array({ maxLength: 20 }), (at, more) => {
        const read = credentialInPicture(Buffer.concat([whole.subarray(0, at), more]));
        expect(read === null || !read.ok || read.value === "a.b.c").toBe(true);
      }),
    );
  });
});
