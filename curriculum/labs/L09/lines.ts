import type { Draw } from "@checkride/range/draw";
import {
  card,
  grouped,
  kept,
  type Line,
  mail,
  orderNumber,
  redacted,
  ssnParts,
  wide,
} from "./values.ts";

const four = [4, 4, 4, 4];
const zeroWidth = "\u200b";

export const plainValues = (draw: Draw): readonly Line[] => [
  redacted(draw, card(draw), "card"),
  redacted(draw, ssnParts(draw).join("-"), "ssn"),
  redacted(draw, mail(draw), "mail"),
];

export const writtenCards = (draw: Draw): readonly Line[] =>
  [
    grouped(card(draw), four, " "),
    grouped(card(draw), four, "."),
    grouped(card(draw), four, "-"),
    grouped(card(draw), four, "\u00a0"),
    grouped(card(draw), four, "\u2013"),
    grouped(card(draw), four, "\n"),
    grouped(card(draw), four, " - "),
    grouped(card(draw, 15), [4, 6, 5], " "),
    card(draw, 13),
    card(draw, 19),
    wide(card(draw)),
    wide(grouped(card(draw), four, "-")),
    [...card(draw)].join(" "),
    [...card(draw)].join(zeroWidth),
    grouped(card(draw), [8, 8], "\u00ad"),
  ].map((value) => redacted(draw, value, "card"));

export const writtenSsns = (draw: Draw): readonly Line[] => [
  ...[".", " ", "\u00a0", "\u2013", " - "].map((by) =>
    redacted(draw, ssnParts(draw).join(by), "ssn"),
  ),
  redacted(draw, wide(ssnParts(draw).join("-")), "ssn"),
  redacted(draw, ssnParts(draw).join(""), "ssn", "SSN: "),
  redacted(draw, ssnParts(draw).join(""), "ssn", "Social security number is "),
];

export const writtenMails = (draw: Draw): readonly Line[] =>
  [
    `${draw.word(4)}+shop@${draw.word(5)}.co.example`,
    `${draw.word(3)}-${draw.word(3)}@mail.${draw.word(4)}-${draw.word(3)}.example`,
    wide(mail(draw)),
    `Jürgen.Müller${draw.whole(1, 99)}@${draw.word(5)}.example`,
    `${card(draw)}@${draw.word(4)}.example`,
  ].map((value) => redacted(draw, value, "mail"));

/** Numbers and signs that a redactor likes to hit. */
export const harmless = (draw: Draw): readonly Line[] =>
  [
    `order ${orderNumber(draw)}`,
    `order ${grouped(orderNumber(draw), four, "-")}`,
    `tracking ${card(draw)}${card(draw).slice(0, 8)}`,
    `IBAN DE${draw.whole(10, 99)} 3704 0044 0532 0130 ${draw.whole(10, 99)}`,
    `part 1${ssnParts(draw).join("-")}${draw.whole(1, 9)}`,
    `batch ${ssnParts(draw).join("")}`,
    `form 000-${draw.whole(10, 99)}-${draw.whole(1000, 9999)}`,
    `form 9${draw.whole(10, 99)}-12-${draw.whole(1000, 9999)}`,
    `form ${draw.whole(100, 599)}-00-${draw.whole(1000, 9999)}`,
    `form ${draw.whole(100, 599)}-${draw.whole(10, 99)}-0000`,
    `version ${draw.whole(1, 9)}.${draw.whole(1, 9)}.${draw.whole(1, 9)} of pack@2.${draw.whole(1, 9)}.0`,
    `@${draw.word(5)} and ${draw.word(4)}@localhost and ${draw.word(3)}@`,
    `2026-11-${draw.whole(10, 28)} at 10.${draw.whole(10, 59)}, phone 030 555 01${draw.whole(10, 99)}`,
    `${draw.whole(10, 99)}, ${draw.whole(10, 99)}, ${draw.whole(10, 99)}: [card] is a word here`,
  ].map((value) => kept(draw, value));

/** Signs that must come out as they went in. */
export const signs = (draw: Draw): readonly Line[] =>
  [
    `ｆｕｌｌ　ｗｉｄｔｈ ${wide(String(draw.whole(100, 999)))} ﬁne ½ ①`,
    `a\u200bb ${draw.word(4)} 👩\u200d💻 e\u0301`,
    `$& $1 ${draw.word(3)} \\d \n\t end`,
  ].map((value) => kept(draw, value));
