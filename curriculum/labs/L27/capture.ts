import type { Draw } from "@checkride/range/draw";

export type Part = { readonly text: string; readonly isForeign: boolean };

const own = (text: string): Part => ({ text, isForeign: false });
const foreign = (text: string): Part => ({ text, isForeign: true });

/** The request of one completion: what was typed, and what travelled along. */
export const drawCapture = (draw: Draw): readonly Part[] => {
  const person = draw.pick(["m.okafor", "j.lindqvist", "a.moreau", "t.kimura"]);
  const host = `${draw.word(5)}.example`;
  const rate = draw.whole(2, 9);
  return [
    own(
      'POST /v1/complete HTTP/2\nhost: completions.vendor.example\ncontent-type: application/json\n\n{\n  "language": "typescript",\n  "file": "src/invoice.ts",\n  "prefix": "',
    ),
    own(
      `export const totalOf = (lines: Line[]) =>\\n  lines.reduce((sum, line) => sum + line.price * line.count, 0);\\n\\n// ${rate} % off for orders above 100, rounded to whole cents\\nexport const discounted = (total: number) =>\\n  total > 10_000 ? Math.round(total * (100 - ${rate}) / 100) : total;\\n\\n// the same for a list of lines, and never below zero\\nexport const payable = (lines: Line[]) => {\\n  const total = totalOf(lines);\\n  if (total <= 0) return 0;\\n  return discounted(total);\\n};\\n\\n// formats whole cents for people, with two digits and the currency behind\\nexport const formatted = (cents: number) =>\\n`,
    ),
    own(
      '",\n  "suffix": "\\n\\nexport type Line = { price: number; count: number };\\n",\n  "neighbours": [\n    { "text": "',
    ),
    foreign(`SMTP_USER=${person}\\nSMTP_PASSWORD=${draw.word(12)}`),
    own('" },\n    { "text": "'),
    foreign(`Ana Petrova, ${draw.whole(10, 99)} Mill Lane, owes ${draw.whole(100, 999)}`),
    own('" }\n  ],\n  "workspace": ["'),
    foreign(`contracts/${draw.word(6)}-takeover.md`),
    own('"],\n  "remote": "'),
    foreign(`git@git.${host}:finance/billing.git`),
    own(
      '",\n  "limits": { "tokens": 64, "temperature": 0, "stop": ["\\n\\n"], "stream": true }\n}\n',
    ),
  ];
};

export const textOf = (parts: readonly Part[]): string => parts.map(({ text }) => text).join("");

/** Places of what nobody typed into the open file. */
export const foreignSpans = (parts: readonly Part[]): readonly (readonly [number, number])[] => {
  let at = 0;
  return parts.flatMap(({ text, isForeign }) => {
    const from = at;
    at += text.length;
    return isForeign ? [[from, at] as const] : [];
  });
};

export const localCapture = (draw: Draw): string => {
  const port = draw.whole(11_000, 60_000);
  return [
    `12:00:01.120  127.0.0.1:${port} > 127.0.0.1:11434  POST /api/generate  2,918 bytes`,
    `12:00:01.121  127.0.0.1:11434 > 127.0.0.1:${port}  100 Continue`,
    `12:00:01.840  127.0.0.1:11434 > 127.0.0.1:${port}  200 OK  412 bytes`,
    "12:00:02.000  no other traffic of this process",
  ].join("\n");
};
