import type { Check, CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { avatarCases, insideCases } from "./avatars.ts";
import { injections, searchCase, signs, wildcards } from "./search.ts";

const refusedSaying = (variable: string, secrets: readonly string[]): CheckCase["wants"] => {
  return ({ value }) => {
    const said = Object.entries(value ?? {}).flatMap(([key, text]) =>
      key === "refused" && typeof text === "string" ? [text] : [],
    );
    const [text = ""] = said;
    return text.includes(variable) && !secrets.some((secret) => text.includes(secret));
  };
};

const connected = (password: string): CheckCase => ({
  args: ["connect", { env: { REPORTS_PASSWORD: password, HOME: "/srv" } }],
  wants: { host: "db.example.net", user: "report", password },
});

const connects = (draw: Draw): readonly CheckCase[] => [
  { ...connected("correct horse"), isPublic: true },
  connected(draw.word(16)),
  connected(`${draw.word(4)} '${draw.word(4)}`),
  connected(` ${draw.word(6)}`),
];

const withoutPassword = (draw: Draw): readonly CheckCase[] => {
  const other = draw.word(14);
  const wants = refusedSaying("REPORTS_PASSWORD", [other]);
  return [
    {
      args: ["connect", { env: {} }],
      wants: refusedSaying("REPORTS_PASSWORD", []),
      isPublic: true,
    },
    { args: ["connect", { env: { REPORTS_PASWORD: other } }], wants },
    { args: ["connect", { env: { PASSWORD: other, REPORTS_USER: draw.word(5) } }], wants },
  ];
};

const withBlank = (draw: Draw): readonly CheckCase[] =>
  ["", " ", "\t", " \n "].map((REPORTS_PASSWORD) => ({
    args: ["connect", { env: { REPORTS_PASSWORD, HOME: draw.word(5) } }],
    wants: refusedSaying("REPORTS_PASSWORD", []),
  }));

export const checks: readonly Check[] = [
  {
    id: "connects",
    half: "works",
    says: "The service connects with the password that the environment holds, whatever signs are in it.",
    why: "A password is used as it is: not trimmed, not quoted, not replaced.",
    cases: connects,
  },
  {
    id: "finds-people",
    half: "works",
    says: "A search finds visible people by a part of their name, capital letters or not, sorted.",
    why: "What worked before must still work: umlauts and dots are letters of a name too.",
    cases: (draw) => [
      { ...searchCase(draw, "ad"), isPublic: true },
      ...["AD", "ü", ".", draw.pick(["li", "LI", "Li"])].map((term) => searchCase(draw, term)),
    ],
  },
  {
    id: "finds-signs",
    half: "works",
    says: "People whose names hold quotes can be found by them.",
    why: "A sign that is cut out of the search cannot be found. Pass it on as a value instead.",
    cases: (draw) => signs.map((term) => searchCase(draw, term)),
  },
  {
    id: "shows-pictures",
    half: "works",
    says: "Pictures are shown, also with umlauts, spaces and several dots in their name, and through a link inside the folder.",
    why: "The name arrives percent-encoded. Dots are no attack: `a..b.png` is a file like any other.",
    cases: insideCases,
  },
  {
    id: "no-default",
    half: "attacks",
    says: "Without the variable nothing connects; the refusal names the variable and shows no other value.",
    why: "A default turns a slip in the configuration into a password that everybody with the code knows.",
    cases: withoutPassword,
  },
  {
    id: "blank-refused",
    half: "attacks",
    says: "An empty or blank variable is refused like a missing one.",
    why: "Deployment files set variables to nothing more often than they leave them out.",
    cases: withBlank,
  },
  {
    id: "input-stays-data",
    half: "attacks",
    says: "No search term shows hidden people or changes the query.",
    why: "The text of the query must be the same for every search; the term travels beside it.",
    cases: (draw) => injections(draw).map((term) => searchCase(draw, term)),
  },
  {
    id: "wildcards-are-letters",
    half: "attacks",
    says: "Percent sign, underscore and backslash in a search term mean themselves.",
    why: "A bound parameter of LIKE is still a pattern. One `%` lists everybody.",
    cases: (draw) => wildcards(draw).map((term) => searchCase(draw, term)),
  },
  ...avatarCases,
];
