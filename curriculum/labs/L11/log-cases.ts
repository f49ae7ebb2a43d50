import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Fields, Seen } from "./outside.ts";
import { asks, drawPeople, same, talk } from "./talks.ts";

const lineKeys = ["at", "account", "outcome", "tools", "chars"];

/** One line for each question, of five fields and no word of anybody. */
const isLogged =
  (wanted: readonly Fields[], words: readonly string[]) =>
  ({ logged, at }: Seen): boolean =>
    logged.length === wanted.length &&
    logged.every(
      (line, place) =>
        Object.keys(line).length === lineKeys.length &&
        lineKeys.every((key) =>
          same(
            line[key] ?? null,
            key === "at" ? (at[place] ?? null) : (wanted[place]?.[key] ?? null),
          ),
        ),
    ) &&
    !words.some((word) => JSON.stringify(logged).includes(word));

const shownLog = (draw: Draw): CheckCase => {
  const { office, ada } = drawPeople(draw);
  const question = "My password does not work, it is Autumn-2026.";
  const line = { account: ada, outcome: "answered", tools: [], chars: question.length };
  const one = talk(office, [asks(draw, ada, { question })], isLogged([line], ["Autumn"]));
  return { ...one, isPublic: true };
};

export const logs = (draw: Draw): readonly CheckCase[] => {
  const { office, ada, own } = drawPeople(draw);
  const [said, answer, tool] = [draw.word(12), draw.word(11), draw.word(10)];
  const question = `My badge is ${said}.`;
  const calls = [
    { tool: "get_ticket", args: { ticket: own.id } },
    { tool, args: {} },
  ];
  const long = `${said} `.repeat(300);
  const words = [said, answer, tool, own.title, "extension"];
  const line = (outcome: string, tools: readonly string[], chars: number): Fields => ({
    account: ada,
    outcome,
    tools,
    chars,
  });
  return [
    shownLog(draw),
    talk(
      office,
      [
        asks(draw, ada, { question, text: answer, calls }),
        asks(draw, ada, { question: long, is: "too long" }),
      ],
      isLogged(
        [line("answered", ["get_ticket"], question.length), line("too long", [], long.length)],
        words,
      ),
    ),
    talk(
      { ...office, key: "" },
      [asks(draw, ada, { question, is: "not configured" })],
      isLogged([line("not configured", [], question.length)], words),
    ),
  ];
};
