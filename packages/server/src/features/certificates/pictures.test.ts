import { inflateSync } from "node:zlib";
import { credentialInPicture } from "@checkride/verifier/baked-credential";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bakePng, bakeSvg } from "./bake.ts";
import { badgeSvg, type Face } from "./draw-badge.ts";
import { drawPaper } from "./draw-paper.ts";
import { drawSealPng } from "./draw-seal.ts";
import { type CertificateApp, createCertificateApp, testUrl } from "./test-certificates.ts";

const face: Face = {
  title: "Safe use of AI tools",
  issuer: "Acme <Ltd> & Söhne",
  from: "21 November 2026",
  until: "21 November 2027",
  url: `${testUrl}/certificates/01900000-0000-7000-8000-000000000000`,
  issuedAt: new Date("2026-11-21T12:00:00.000Z"),
  holder: "Zoë Łukasiewicz",
  criteria: ["Pass “Safe or unsafe?” (lab)"],
};

describe("baking", () => {
  const seal = drawSealPng(24);

  it("gives back what went in, from PNG and from SVG", () => {
    const token = fc.stringMatching(/^[\w-]{1,200}\.[\w-]{1,2000}\.[\w-]{1,500}$/);
    fc.assert(
      fc.property(token, (text) => {
        expect(credentialInPicture(bakePng(seal, text))).toEqual({ ok: true, value: text });
        const svg = Buffer.from(bakeSvg("<g/>", "0 0 1 1", text));
        expect(credentialInPicture(svg)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it("carries JSON in any language", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
        const json = JSON.stringify({ name });
        expect(credentialInPicture(bakePng(seal, json))).toEqual({ ok: true, value: json });
      }),
    );
  });

  it("leaves the picture what it was", () => {
    const baked = bakePng(seal, "a.b.c");
    const pixels = (png: Buffer): Buffer => {
      const at = png.indexOf("IDAT");
      return inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    };
    expect(pixels(baked)).toEqual(pixels(seal));
    expect(pixels(seal)).toHaveLength(24 * (1 + 24 * 3));
  });

  it("lets no title out of its place", () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        const svg = badgeSvg({ ...face, title: `</title><script>${title}` }, "a.b.c");
        expect(svg).not.toContain("<script>");
        expect(credentialInPicture(Buffer.from(svg))).toEqual({ ok: true, value: "a.b.c" });
      }),
    );
  });
});

describe("the paper", () => {
  it("is one page, the same to the byte, and says nothing of the machine that made it", async () => {
    const one = await drawPaper(face);
    expect(one.equals(await drawPaper(face))).toBe(true);
    const text = one.toString("latin1");
    expect(text.startsWith("%PDF-1.")).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(text.match(/\/FontFile2/g)).toHaveLength(2);
    for (const leak of ["PDFKit", "Helvetica", "/work", "/home", "/usr"]) {
      expect(text).not.toContain(leak);
    }
    expect(text).toContain("D:20261121120000Z");
  });

  it("bears the longest titles and names that no font here has", async () => {
    const long = { ...face, title: "Long ".repeat(40), criteria: Array(30).fill("x ".repeat(200)) };
    for (const holder of [null, "山田太郎", "A".repeat(200)]) {
      const paper = (await drawPaper({ ...long, holder })).toString("latin1");
      expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
    }
  });
});

describe("a download", () => {
  let app: CertificateApp;
  beforeAll(async () => {
    app = await createCertificateApp(testUrl);
  });
  afterAll(() => app.close());

  it("is the holder's own, and a picture that anybody can check", async () => {
    const { person, id } = await app.certify();
    const get = (cookie: string, form: string) =>
      app.request(`/api/me/certificates/${id}/downloads/${form}`, { headers: { cookie } });
    const jwt = await app.fetchText(`/certificates/${id}/credential.jwt`);
    for (const [form, type] of [
      ["png", "image/png"],
      ["svg", "image/svg+xml"],
    ] as const) {
      const answer = await get(person.cookie, form);
      expect(answer.headers.get("content-type")).toBe(type);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(credentialInPicture(bytes)).toEqual({ ok: true, value: jwt });
      const checked = await app.clientWith({})("POST /api/certificate-checks", {
        body: { picture: bytes.toString("base64") },
      });
      expect(checked).toMatchObject({ ok: true, value: { valid: true, kind: "picture" } });
    }
    expect((await get(person.cookie, "pdf")).headers.get("content-type")).toBe("application/pdf");
    const { cookie } = await app.signIn("learner");
    for (const form of ["pdf", "png", "svg"]) expect((await get(cookie, form)).status).toBe(404);
    expect((await get(person.cookie, "exe")).status).toBe(400);
  });
});
