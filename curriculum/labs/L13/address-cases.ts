import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { type Company, drawCompany, type Value } from "./company.ts";
import { type Call, says, talk } from "./conversations.ts";
import { body, plain, question } from "./ordinary-cases.ts";

const urlOf = ({ providers, shared }: Company): string => providers.get(shared)?.url ?? "";

const inside = (draw: Draw, company: Company): readonly string[] => {
  const { origin } = new URL(urlOf(company));
  return [
    "http://169.254.169.254/latest/meta-data",
    `http://${draw.word(6)}.internal.example:8080/`,
    `${origin}.${draw.word(5)}.example/v1`,
    `${origin}@10.0.${draw.whole(0, 255)}.7/v1`,
    `${urlOf(company)}/../../admin/${draw.word(4)}`,
  ];
};

/** Other addresses beside a good name change nothing. */
const besides = (draw: Draw): CheckCase => {
  const company = drawCompany(draw);
  const names = ["base_url", "url", "endpoint", "provider"];
  const calls = inside(draw, company).map((address, at): Call => {
    const call = plain(draw, company, question(draw));
    const more = { [names[at % names.length] ?? "url"]: address };
    return { ...call, body: { ...body(company.shared, ...(call.sends ?? [])), ...more } };
  });
  return talk(company, calls);
};

const asModel = (draw: Draw): CheckCase => {
  const company = drawCompany(draw);
  const names = [
    ...inside(draw, company),
    urlOf(company),
    "constructor",
    "__proto__",
    "toString",
    "hasOwnProperty",
    company.shared.toUpperCase(),
    ` ${company.shared}`,
    `${company.shared}\n`,
    draw.word(7),
  ];
  return talk(
    company,
    draw
      .shuffle(names)
      .map((name) => ({ team: company.team, body: body(name, question(draw)), is: "model" })),
  );
};

export const addresses = (draw: Draw): readonly CheckCase[] => {
  const company = drawCompany(draw);
  const [address = ""] = inside(draw, company);
  const call = plain(draw, company, "When do you open?");
  const shown = { ...body(company.shared, "When do you open?"), base_url: address };
  return [
    { ...talk(company, [{ ...call, body: shown }]), isPublic: true },
    besides(draw),
    asModel(draw),
  ];
};

export const redirected = (draw: Draw): readonly CheckCase[] => {
  const company = drawCompany(draw);
  const calls = inside(draw, company).map(
    (to): Call => ({
      ...plain(draw, company, question(draw)),
      is: "fallback",
      meets: { how: "redirects", to },
    }),
  );
  return [talk(company, calls)];
};

export const invalidBodies = (draw: Draw): readonly CheckCase[] => {
  const company = drawCompany(draw);
  const { shared, team } = company;
  const good = { role: "user", content: question(draw) };
  const bodies: readonly Value[] = [
    null,
    [],
    question(draw),
    7,
    {},
    { model: shared },
    { messages: [good] },
    { model: [shared], messages: [good] },
    { model: shared, messages: [] },
    { model: shared, messages: good },
    { model: shared, messages: [good, null] },
    { model: shared, messages: [good, draw.word(5)] },
    { model: shared, messages: [good, [good]] },
    { model: shared, messages: [{ role: "user", content: [draw.word(5)] }] },
    { model: shared, messages: [{ role: "user" }] },
    { model: shared, messages: [{ role: `sk-${draw.word(12)}`, content: "hello" }] },
    { model: shared, messages: [good, { role: "tool", content: draw.word(5) }] },
  ];
  const calls = bodies.map((one): Call => ({ team, body: one, is: "invalid" }));
  const last = { ...plain(draw, company, question(draw)), meets: says(draw.word(4)) };
  return [talk(company, [...calls, last])];
};
