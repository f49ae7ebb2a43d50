import { chunk, pngStart } from "./png-chunks.ts";

const keyword = "openbadgecredential";
/** Signature, and the header chunk with its 13 bytes, which comes first. */
const afterHeader = pngStart.length + 25;

/** Open Badges 3.0, "Baking", PNG: the token in an iTXt chunk under a keyword, not compressed. */
export const bakePng = (picture: Buffer, credential: string): Buffer =>
  Buffer.concat([
    picture.subarray(0, afterHeader),
    // Keyword, then: no compression, its method, no language, no translated keyword.
    chunk("iTXt", Buffer.from(`${keyword}\0\0\0\0\0${credential}`, "utf8")),
    picture.subarray(afterHeader),
  ]);

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Control signs and halves of signs cannot stand in XML at all. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, " ")
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? "");

/** The same for SVG: an element of its own right after the start, the token as its attribute. */
export const bakeSvg = (inside: string, viewBox: string, token: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" viewBox="${viewBox}">
<openbadges:credential verify="${escapeXml(token)}"></openbadges:credential>
${inside}
</svg>
`;
