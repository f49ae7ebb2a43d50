import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { drawCompany, type Meets } from "./company.ts";
import { talk } from "./conversations.ts";
import { plain, question } from "./ordinary-cases.ts";

const status = (code: number, body: string): Meets => ({ how: "says", status: code, body });

export const outages = (draw: Draw): readonly CheckCase[] => {
  const text = draw.word(9);
  const all: readonly Meets[] = [
    { how: "hangs" },
    { how: "answers", text, afterMs: draw.whole(30_000, 90_000) },
    { how: "breaks" },
    status(500, JSON.stringify({ text })),
    status(503, ""),
    status(429, JSON.stringify({ text: "slow down" })),
    status(200, ""),
    status(200, "<html>welcome</html>"),
    status(200, "null"),
    status(200, JSON.stringify({ text: 7 })),
    status(200, JSON.stringify({ answer: text })),
    status(200, JSON.stringify({ text: [text] })),
  ];
  return all.map((meets) => {
    const company = drawCompany(draw);
    return talk(company, [{ ...plain(draw, company, question(draw)), is: "fallback", meets }]);
  });
};
