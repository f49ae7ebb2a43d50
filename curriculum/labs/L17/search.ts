import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";

const people = [
  "Ada Lovelace",
  "Grace Hopper",
  "Müller, Jürgen",
  "O'Neil",
  "D'Angelo O'Brien",
  'Jo "Ace" Li',
  "J. R. Adams",
  "50% Club",
  "snake_case",
  "back\\slash",
  "adam",
] as const;

export const signs = ["'", "o'", "D'A", '"', '"ace"'] as const;

/** As LIKE compares: capital letters of a to z do not matter. */
const lower = (text: string): string => text.replace(/[A-Z]/g, (sign) => sign.toLowerCase());

/** Plain order of characters, as the database sorts. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const searchCase = (draw: Draw, term: string): CheckCase => {
  const visible = [
    ...people,
    ...Array.from({ length: 3 }, () => `${draw.word(5)} ${draw.word(6)}`),
  ];
  // Some hidden people are named like visible ones, so that only the query can tell them apart.
  const hidden = [`Admiral ${draw.word(6)}`, `O'${draw.word(5)}`, `_${draw.word(7)}%`];
  const users = draw.shuffle([
    ...visible.map((name) => [name, 0] as const),
    ...hidden.map((name) => [name, 1] as const),
  ]);
  const found = visible.filter((name) => lower(name).includes(lower(term)));
  return { args: ["search", { users, term }], wants: found.toSorted(inOrder) };
};

export const injections = (draw: Draw): readonly string[] => {
  const word = draw.word(5);
  const always = `${draw.whole(1, 9)}${draw.whole(10, 99)}`;
  return draw.shuffle([
    `' OR ${always}=${always} --`,
    `%' OR hidden = 1 --`,
    `' OR '${word}'='${word}`,
    `${word}%' UNION SELECT name FROM users --`,
    `' UNION SELECT name || hidden FROM users ORDER BY 1 --`,
    `%'/**/OR/**/1=1/**/--`,
    `%' OR name LIKE '%`,
    `') OR 1=1 --`,
    `'; DROP TABLE users; --`,
    `' AND 1=0 UNION SELECT sql FROM sqlite_master --`,
    `'||(SELECT name FROM users WHERE hidden=1)||'`,
    `${word}' --`,
    `ad%' AND hidden IN (0,1) --`,
    `\\' OR 1=1 --`,
    `'' OR hidden=1 --`,
  ]);
};

export const wildcards = (draw: Draw): readonly string[] =>
  draw.shuffle([
    "%",
    "_",
    "%%",
    "a%a",
    "___",
    "\\",
    "\\%",
    "50%",
    "e_c",
    `%${draw.word(3)}`,
    "k\\s",
  ]);
