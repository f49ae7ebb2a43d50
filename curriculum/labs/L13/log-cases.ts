import type { CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { drawCompany } from "./company.ts";
import { type Call, entriesOf, hasOnlyItsFields, isChained, talk } from "./conversations.ts";
import { body, plain, question } from "./ordinary-cases.ts";

const holdsNone =
  (words: readonly string[]) =>
  (claimed: Claimed): boolean => {
    const written = JSON.stringify(entriesOf(claimed).map((entry) => [...entry]));
    return hasOnlyItsFields(claimed) && !words.some((word) => written.includes(word));
  };

export const textsInLog = (draw: Draw): readonly CheckCase[] => {
  const company = drawCompany(draw);
  const { team, shared, foreign } = company;
  const [word, name, answer, role] = [
    draw.word(12),
    `sk-${draw.word(14)}`,
    draw.word(11),
    draw.word(13),
  ];
  const failing = { status: 500, body: `cannot answer "${word}"` };
  const calls: readonly Call[] = [
    { ...plain(draw, company, word), meets: { how: "answers", text: answer, afterMs: 90 } },
    { ...plain(draw, company, word), is: "fallback", meets: { how: "breaks" } },
    { ...plain(draw, company, word), is: "fallback", meets: { how: "says", ...failing } },
    { team, body: body(name, word), is: "model" },
    { team, body: body(foreign, word), is: "model" },
    { team, body: { model: shared, messages: [{ role, content: word }] }, is: "invalid" },
    { team, body: word, is: "invalid" },
  ];
  return calls.map((call) => talk(company, [call], holdsNone([word, name, answer, role])));
};

const tokensOf = (text: string): number => Math.ceil(text.length / 4);

/** The numbers of the entry are those of what was sent. */
const counts =
  (model: string, tokens: number, redacted: number) =>
  (claimed: Claimed): boolean => {
    const [entry] = entriesOf(claimed);
    return (
      entry?.get("model") === model &&
      entry.get("tokens") === tokens &&
      entry.get("redacted") === redacted
    );
  };

export const chained = (draw: Draw): readonly CheckCase[] => {
  const company = drawCompany(draw);
  const { team, other, shared, foreign } = company;
  const some = (): Call => plain(draw, company, question(draw));
  const calls = draw.shuffle<Call>([
    some(),
    some(),
    { ...some(), is: "fallback", meets: { how: "hangs" } },
    { ...some(), team: other },
    { team, body: body(foreign, draw.word(5)), is: "model" },
    { team, body: body(draw.word(5), draw.word(5)), is: "model" },
    { team, body: { model: shared }, is: "invalid" },
    { team: "nobody", body: null, is: "invalid" },
  ]);
  const poor = { ...company, budgets: new Map([[team, 600]]) };
  const spent = [some(), { ...some(), is: "budget" as const }];
  const clean = "Is [key] yours, [mail]?";
  const secret = `Is sk-${draw.word(12)} yours, ${draw.word(5)}@${draw.word(6)}.example?`;
  return [
    talk(company, calls, (claimed, seen) => isChained(calls, claimed, seen)),
    talk(poor, spent, (claimed, seen) => isChained(spent, claimed, seen)),
    talk(
      company,
      [{ ...some(), body: body(shared, secret, secret), sends: [clean, clean] }],
      counts(shared, tokensOf(clean) * 2, 4),
    ),
  ];
};
