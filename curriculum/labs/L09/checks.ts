import type { Check, CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { harmless, plainValues, signs, writtenCards, writtenMails, writtenSsns } from "./lines.ts";
import { card, countsOf, type Line, longer, ssnParts } from "./values.ts";

type Value = Claimed["value"];

const fieldsOf = (value: Value | undefined): ReadonlyMap<string, Value> =>
  new Map(Object.entries(value ?? {}));

/** What was shown piece by piece, the rest at the end as the last one; null: it is not text. */
const piecesOf = (value: Value): readonly string[] | null => {
  const fields = fieldsOf(value);
  const shown = fields.get("shown");
  const pieces = [...(Array.isArray(shown) ? shown : [null]), fields.get("last") ?? null];
  const texts = pieces.filter((piece) => typeof piece === "string");
  return texts.length === pieces.length ? texts : null;
};

const outOf = (value: Value): string | null => piecesOf(value)?.join("") ?? null;

const shows = (chunks: readonly string[], clean: string): CheckCase => ({
  args: [chunks],
  wants: ({ value }) => outOf(value) === clean,
});

const whole = ({ text, clean }: Line): CheckCase => shows([text], clean);

const together = (lines: readonly Line[]): Line => ({
  text: lines.map(({ text }) => text).join("\n"),
  clean: lines.map(({ clean }) => clean).join("\n"),
});

const cutAt = (text: string, places: readonly number[]): readonly string[] => {
  const all = [0, ...places, text.length];
  return all.slice(1).map((to, at) => text.slice(all[at], to));
};

const split = (draw: Draw): readonly CheckCase[] => {
  const lines = [...plainValues(draw), ...draw.shuffle(writtenCards(draw).slice(0, 7)).slice(0, 3)];
  const inside = lines.flatMap(({ text, clean }) => {
    const first = draw.whole(1, text.length - 2);
    return [
      shows(cutAt(text, [first]), clean),
      shows(cutAt(text, [first, draw.whole(first, text.length)]), clean),
    ];
  });
  const all = together([...plainValues(draw), ...writtenSsns(draw).slice(-2)]);
  return [
    ...inside,
    shows(Array.from(all.text), all.clean),
    lateContext(draw),
    inRow(draw),
    ...unfinished(draw),
  ];
};

/** So many that some lie wherever a redactor may cut. */
const inRow = (draw: Draw): CheckCase => {
  const cards = Array.from({ length: 40 }, () => card(draw));
  const chunks = cutAt(cards.join(" and "), [draw.whole(410, 500), draw.whole(600, 700)]);
  return shows(chunks, cards.map(() => "[card]").join(" and "));
};

/** What has arrived is a card number by itself, and the beginning of a longer one. */
const unfinished = (draw: Draw): readonly CheckCase[] =>
  ["", prose(draw)].map((before) => {
    const [short, rest] = longer(draw);
    return shows([`${before} card ${short}`, `${rest}, thanks`], `${before} card [card], thanks`);
  });

/** The word stands in one chunk and the number in another. */
const lateContext = (draw: Draw): CheckCase =>
  shows(["We have your ", "SSN:", ` ${ssnParts(draw).join("")}`, "."], "We have your SSN: [ssn].");

const heldMax = 400;

const prose = (draw: Draw): string =>
  Array.from({ length: 60 }, () => draw.word(draw.whole(2, 9))).join(" ");

/** After every chunk nearly all of the text so far has been shown, and no part of a value. */
const flowing = (draw: Draw): CheckCase => {
  const parts = Array.from({ length: 8 }, (_, at) =>
    at % 3 === 2 ? `${prose(draw)} with ${card(draw)} ` : `${prose(draw)} `,
  );
  const cleanParts = parts.map((part) => part.replace(/\d{16}/, "[card]"));
  return {
    args: [parts],
    wants: ({ value }) => {
      const pieces = piecesOf(value) ?? [];
      const isPrompt = parts.every((_, at) => {
        const shown = pieces.slice(0, at + 1).join("").length;
        return shown >= cleanParts.slice(0, at + 1).join("").length - heldMax;
      });
      return isPrompt && pieces.join("") === cleanParts.join("");
    },
  };
};

const lengthOfTrouble = 20_000;

const slow = (draw: Draw): readonly CheckCase[] => {
  const signs = draw.word(4);
  const value = card(draw);
  const repeated = (text: string): string => text.repeat(lengthOfTrouble / text.length);
  return [
    repeated(signs.slice(0, 1)),
    `${draw.word(3)}@${repeated("a.")}`,
    repeated(`${draw.whole(1, 9)} `),
    repeated("-.\u200b "),
  ].map((text) => shows([text, ` and ${value}.`], `${text} and [card].`));
};

const counted = (draw: Draw): readonly CheckCase[] =>
  [3, 1].map((times) => {
    const lines = Array.from({ length: times }, () => plainValues(draw).slice(draw.whole(0, 2)));
    const { text, clean } = together(draw.shuffle(lines.flat()));
    return {
      args: [[text]],
      wants: ({ value }) => {
        const log = fieldsOf(fieldsOf(value).get("log"));
        const wanted = Object.entries(countsOf(clean));
        return (
          log.size === wanted.length && wanted.every(([kind, count]) => log.get(kind) === count)
        );
      },
    };
  });

const publicLine = (text: string, clean: string): CheckCase => ({
  ...shows([text], clean),
  isPublic: true,
});

export const checks: readonly Check[] = [
  {
    id: "plain-values-go",
    half: "works",
    says: "Plain card numbers, social security numbers and mail addresses are replaced.",
    why: "`[card]`, `[ssn]` and `[mail]` stand where the value stood; the rest of the line stays.",
    cases: (draw) => [
      publicLine("paid with 4111111111111111 today", "paid with [card] today"),
      ...plainValues(draw).map(whole),
    ],
  },
  {
    id: "others-stay",
    half: "works",
    says: "Order numbers, account numbers, dates, versions and half addresses stay as they are.",
    why: "A number that fails the check digit, goes on before or after, or was never issued is another number.",
    cases: (draw) => [
      publicLine("order 4111111111111112 is late", "order 4111111111111112 is late"),
      ...harmless(draw).map(whole),
    ],
  },
  {
    id: "signs-stay",
    half: "works",
    says: "Text around the values comes out sign by sign as it went in.",
    why: "Make a plain copy to look for values in, and cut from the original.",
    cases: (draw) => signs(draw).map(whole),
  },
  {
    id: "flows",
    half: "works",
    says: "A long answer is shown while it comes: no more than 400 signs are held back.",
    why: "Hold back what may still become a value, not the whole answer.",
    cases: (draw) => [flowing(draw), flowing(draw)],
  },
  {
    id: "cards-however-written",
    half: "attacks",
    says: "Card numbers of 13 to 19 digits go, however they are grouped, in wide digits and with invisible signs inside.",
    why: "Look at the digits and allow up to three of the signs that people and models put between them.",
    cases: (draw) => [
      publicLine("4111.1111.1111.1111 was refused", "[card] was refused"),
      ...writtenCards(draw).map(whole),
    ],
  },
  {
    id: "ssn-however-written",
    half: "attacks",
    says: "Social security numbers go with dots, blanks and wide digits, and without any sign where the words stand before.",
    why: "Nine digits alone can be anything. The words SSN or social security before them say what they are.",
    cases: (draw) => writtenSsns(draw).map(whole),
  },
  {
    id: "mails-however-written",
    half: "attacks",
    says: "Mail addresses go with plus signs, umlauts, several dots and wide signs.",
    why: "What stands before the @ is more than English letters, and what looks like a card may be an address.",
    cases: (draw) => writtenMails(draw).map(whole),
  },
  {
    id: "split-values-go",
    half: "attacks",
    says: "A value that arrives in several chunks is not shown, wherever it is cut.",
    why: "What was shown cannot be taken back. Keep the end of the text until it cannot be the beginning of a value.",
    cases: (draw) => [
      { ...shows(["card 4111 1111 ", "1111 1111."], "card [card]."), isPublic: true },
      ...split(draw),
    ],
  },
  {
    id: "trouble-is-quick",
    half: "attacks",
    says: "Four texts of 20,000 signs that are made to keep patterns busy are done in time, and the value after them goes.",
    why: "A pattern that begins anew at every sign and runs to the end needs the square of the length. Bound what repeats.",
    cases: slow,
  },
  {
    id: "log-counts",
    half: "attacks",
    says: "The log is `{ card, ssn, mail }` with how often each was replaced, and holds nothing else.",
    why: "A log of what was removed is a list of everything that should not be listed.",
    cases: counted,
  },
];
