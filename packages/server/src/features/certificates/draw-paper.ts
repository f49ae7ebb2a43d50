import { readFileSync } from "node:fs";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import { create as makeQr } from "qrcode";
import { fontsFolder } from "../../platform/folders.ts";
import type { Face } from "./draw-badge.ts";
import { horizonPath } from "./draw-seal.ts";

type Paper = InstanceType<typeof PDFDocument>;

const ink = "#15181c";
const quiet = "#4c525a";
const line = "#e4e1d8";
const signal = "#c2410c";
const background = "#fbfaf7";

/** A4 landscape in points. */
const width = 841.89;
const height = 595.28;
const margin = 64;
const qrSide = 112;
const textWidth = width - 2 * margin - qrSide - 40;

type Fonts = { readonly regular: Buffer; readonly strong: Buffer };

let known: Fonts | null = null;
const fonts = (): Fonts => {
  const read = (name: string) => readFileSync(join(fontsFolder(), name));
  known ??= { regular: read("geist-regular.ttf"), strong: read("geist-semibold.ttf") };
  return known;
};

const drawMark = (paper: Paper): void => {
  paper.save().translate(margin, margin).scale(2);
  paper.lineWidth(2).circle(12, 12, 9.5).stroke(ink);
  paper.lineJoin("round").path(horizonPath).stroke(signal);
  paper.restore();
};

/** As squares, so that it stays sharp at any size; a phone reads it from the paper. */
const drawQr = (paper: Paper, text: string, left: number, top: number): void => {
  const { modules } = makeQr(text, { errorCorrectionLevel: "M" });
  const side = qrSide / modules.size;
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) {
        // A hair larger, so that no printer leaves a gap between two.
        paper.rect(left + column * side, top + row * side, side + 0.05, side + 0.05);
      }
    }
  }
  paper.fill(ink);
};

const titleSize = (paper: Paper, title: string): number =>
  [44, 38, 32, 26, 20].find(
    (size) => paper.fontSize(size).heightOfString(title, { width: textWidth }) <= 110,
  ) ?? 16;

const drawWords = (paper: Paper, face: Face): void => {
  paper
    .font("strong")
    .fontSize(15)
    .fillColor(ink)
    .text(face.issuer, margin + 62, margin + 15);
  paper.font("regular").fontSize(13).fillColor(quiet);
  const opening = face.holder === null ? "The holder of this certificate has earned" : face.holder;
  if (face.holder === null) paper.text(opening, margin, 158);
  else {
    paper
      .font("strong")
      .fontSize(24)
      .fillColor(ink)
      .text(opening, margin, 142, { width: textWidth });
    paper.font("regular").fontSize(13).fillColor(quiet).text("has earned", margin);
  }
  paper.moveDown(0.5).font("strong").fillColor(ink);
  const size = titleSize(paper, face.title);
  paper.fontSize(size).text(face.title, { width: textWidth, lineGap: -2 });
  paper.moveDown(0.4).font("regular").fontSize(10.5).fillColor(quiet);
  for (const asked of face.criteria.slice(0, 8)) {
    if (paper.y > height - 150) break;
    paper.text(`–  ${asked}`, margin, paper.y + 2, {
      width: textWidth,
      height: 26,
      ellipsis: true,
    });
  }
};

const drawFoot = (paper: Paper, face: Face): void => {
  const top = height - margin - 44;
  paper
    .moveTo(margin, top)
    .lineTo(width - margin, top)
    .lineWidth(1)
    .stroke(line);
  const columns = [
    ["Issued", face.from],
    ["Valid until", face.until],
    ["Check it", face.url],
  ] as const;
  for (const [index, [name, value]] of columns.entries()) {
    const left = margin + index * 130;
    const room = index === 2 ? width - margin - left : 122;
    paper
      .font("regular")
      .fontSize(9)
      .fillColor(quiet)
      .text(name, left, top + 12);
    paper
      .font("strong")
      .fontSize(index === 2 ? 9 : 11)
      .fillColor(ink);
    paper.text(value, left, top + 26, {
      width: room,
      ...(index === 2 ? { link: face.url } : {}),
    });
  }
};

/** Whether every sign of a text can be printed; a name in empty boxes would be worse than none. */
const isPrintable = (text: string): boolean =>
  /^[\u0020-\u024f\u0400-\u045f\u1e00-\u1eff\u2010-\u2026’]*$/u.test(text);

/** One page of A4, landscape. The same certificate gives the same bytes, and nothing says who or what made it. */
export const drawPaper = async (face: Face): Promise<Buffer> => {
  const { regular, strong } = fonts();
  const info = {
    Title: face.title,
    Author: face.issuer,
    Creator: "Checkride",
    Producer: "Checkride",
  };
  const paper = new PDFDocument({
    size: "A4",
    layout: "landscape",
    margin: 0,
    // Its type knows names of fonts only; without bytes here it looks for one of its own on the disk.
    font: "",
    info: { ...info, CreationDate: face.issuedAt, ModDate: face.issuedAt },
  });
  const parts: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    paper.on("data", (part: Buffer) => void parts.push(part));
    paper.on("end", resolve);
    paper.on("error", reject);
  });
  paper.registerFont("regular", regular).registerFont("strong", strong);
  paper.rect(0, 0, width, height).fill(background);
  paper
    .rect(margin / 2, margin / 2, width - margin, height - margin)
    .lineWidth(1)
    .stroke(line);
  drawMark(paper);
  const holder = face.holder !== null && isPrintable(face.holder) ? face.holder : null;
  drawWords(paper, { ...face, holder });
  drawQr(paper, face.url, width - margin - qrSide, margin);
  drawFoot(paper, face);
  paper.end();
  await done;
  return Buffer.concat(parts);
};
