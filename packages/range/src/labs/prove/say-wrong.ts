import type { CaseClaim } from "@checkride/rules/exercises/case-claim";
import type { Judged, WrongCase } from "../open-lab.ts";

const shownCharsMax = 400;

const short = (text: string): string =>
  text.length > shownCharsMax ? `${text.slice(0, shownCharsMax)}…` : text;

const claimed = (claim: CaseClaim): string =>
  claim.status === "returned"
    ? short(JSON.stringify(claim.value))
    : `${claim.status}: ${claim.says}`;

const sayCase = ({ check, args, wants, claim }: WrongCase): string =>
  [
    check,
    args.length === 0 ? "" : `  given  ${short(JSON.stringify(args))}`,
    wants === null ? "" : `  wanted ${short(JSON.stringify(wants))}`,
    args.length === 0 ? "" : `  was    ${claimed(claim)}`,
  ]
    .filter((line) => line !== "")
    .join("\n");

/** For an author: which checks, with the first wrong case of each. */
export const sayWrong = ({ seed, verdict, wrong }: Judged): string =>
  [
    verdict.load === null ? `seed ${seed}` : `it does not load: ${verdict.load}`,
    ...wrong.map(sayCase),
  ].join("\n");
