import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { type Company, drawCompany } from "./company.ts";
import { type Call, talk } from "./conversations.ts";
import { body, plain } from "./ordinary-cases.ts";

const outMax = 500;

/** A text of so many tokens. */
const sized = (draw: Draw, tokens: number): string =>
  `${draw.word(6)} `.padEnd(tokens * 4, "lorem ipsum ");

const withBudget = (draw: Draw, budget: number): Company => {
  const company = drawCompany(draw);
  return {
    ...company,
    budgets: new Map([
      [company.team, budget],
      [company.other, 9_000],
    ]),
  };
};

const each = (draw: Draw, company: Company, tokens: readonly number[]): readonly Call[] =>
  tokens.map((count) => plain(draw, company, sized(draw, count)));

export const budgetsFit = (draw: Draw): readonly CheckCase[] => {
  const tokens = Array.from({ length: draw.whole(3, 5) }, () => draw.whole(10, 90));
  const budget = tokens.reduce((sum, count) => sum + count + outMax, 0);
  const company = withBudget(draw, budget);
  const calls = each(draw, company, tokens);
  const [neighbour] = each(draw, company, [40]);
  const over: readonly Call[] =
    neighbour === undefined
      ? []
      : [
          { ...neighbour, is: "budget" },
          { ...neighbour, team: company.other },
        ];
  return [talk(company, calls), talk(company, [...calls, ...over])];
};

const over = (draw: Draw, meets?: Call["meets"]): CheckCase => {
  const fits = draw.whole(2, 4);
  const company = withBudget(draw, fits * (outMax + 20) + draw.whole(0, 400));
  const calls = each(
    draw,
    company,
    Array.from({ length: fits + 2 }, () => 20),
  );
  return talk(
    company,
    calls.map((call, at) => {
      if (at >= fits) return { ...call, is: "budget" };
      return meets === undefined ? call : { ...call, is: "fallback", meets };
    }),
  );
};

export const budgetsHold = (draw: Draw): readonly CheckCase[] => {
  const company = withBudget(draw, outMax + 99);
  const [long] = each(draw, company, [draw.whole(100, 3_000)]);
  const none: Company = { ...company, budgets: new Map() };
  return [
    over(draw),
    over(draw, { how: "hangs" }),
    over(draw, { how: "says", status: 503, body: "" }),
    talk(company, long === undefined ? [] : [{ ...long, is: "budget" }]),
    talk(none, [{ team: company.team, body: body(company.shared, draw.word(5)), is: "budget" }]),
    talk({ ...company, budgets: new Map([[company.team, 0]]) }, [
      { team: company.team, body: body(company.shared, draw.word(5)), is: "budget" },
    ]),
  ];
};
