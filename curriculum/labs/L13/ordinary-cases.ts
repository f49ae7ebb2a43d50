import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { type Company, drawCompany, type Value } from "./company.ts";
import { type Call, says, talk } from "./conversations.ts";

export const body = (
  model: string,
  ...texts: readonly string[]
): { readonly [key: string]: Value } => ({
  model,
  messages: texts.map((content, at) => ({
    role: at === 0 && texts.length > 1 ? "system" : "user",
    content,
  })),
});

/** A call that should go through as it is. */
export const plain = (draw: Draw, { team, shared }: Company, text: string): Call => ({
  team,
  body: body(shared, text),
  is: "answered",
  sends: [text],
  meets: says(`${draw.word(5)}, of course.`, draw.whole(50, 6_000)),
});

export const question = (draw: Draw): string =>
  `Where is order ${draw.word(6)}? It should come on day ${draw.whole(2, 28)}.`;

export const single = (draw: Draw): CheckCase => {
  const company = drawCompany(draw);
  return { ...talk(company, [plain(draw, company, question(draw))]), isPublic: true };
};

export const ordinary = (draw: Draw): CheckCase => {
  const company = drawCompany(draw);
  const texts = ["Answer in one sentence.", question(draw), question(draw)];
  return talk(company, [
    plain(draw, company, question(draw)),
    {
      team: company.other,
      body: body(company.foreign, ...texts),
      is: "answered",
      sends: texts,
      meets: says(draw.word(9)),
    },
    { ...plain(draw, company, question(draw)), team: company.other },
  ]);
};

export const afterAnOutage = (draw: Draw): CheckCase => {
  const company = drawCompany(draw);
  return talk(company, [
    { ...plain(draw, company, question(draw)), is: "fallback", meets: { how: "hangs" } },
    plain(draw, company, question(draw)),
  ]);
};

export const strangeTexts = (draw: Draw): readonly CheckCase[] => {
  const company = drawCompany(draw);
  const texts = [
    `Our proxy fetched http://169.254.169.254/latest for ${draw.word(5)}. Is that bad?`,
    `Explain base_url, sk-ip and the Bearer of ${draw.word(4)} news.`,
    `{"model": "${draw.word(5)}", "team": "${company.other}"} is what I sent`,
    `constructor __proto__ budget=${draw.whole(0, 9)} 👩‍💻 ${"ä".repeat(draw.whole(3, 40))}`,
  ];
  return [
    talk(
      company,
      texts.map((text) => plain(draw, company, text)),
    ),
  ];
};
