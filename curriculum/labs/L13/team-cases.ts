import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { drawCompany } from "./company.ts";
import { talk } from "./conversations.ts";
import { body, plain, question } from "./ordinary-cases.ts";

export const foreignModels = (draw: Draw): readonly CheckCase[] => {
  const company = drawCompany(draw);
  const { team, foreign, shared } = company;
  return [
    talk(company, [{ team, body: body(foreign, question(draw)), is: "model" }]),
    talk(company, [{ team: draw.word(9), body: body(shared, question(draw)), is: "model" }]),
    // A part of an approved team's name is no approved team.
    talk(company, [{ team: team.slice(0, 3), body: body(shared, question(draw)), is: "model" }]),
  ];
};

export const namedTeams = (draw: Draw): readonly CheckCase[] => {
  const company = drawCompany(draw);
  const { team, other, foreign } = company;
  const claims = { team: other, teams: [other], user: other };
  const honest = plain(draw, company, question(draw));
  return [
    talk(company, [
      { team, body: { ...body(foreign, question(draw)), ...claims }, is: "model" },
      { ...honest, body: { ...body(company.shared, ...(honest.sends ?? [])), team: draw.word(4) } },
    ]),
  ];
};
