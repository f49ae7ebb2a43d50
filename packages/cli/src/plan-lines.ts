import type { PolicyPlan } from "@checkride/api/policy";
import type { Paint } from "./paint.ts";
import { tableLines } from "./table-lines.ts";

const number = (value: number): string => (value === 0 ? "·" : value.toLocaleString("en"));

const sentence = ({ affected, people, baseVersion }: PolicyPlan): string => {
  const base = baseVersion === null ? "no policy" : `version ${baseVersion}`;
  return affected === 0
    ? `Nothing changes for anybody, compared with ${base} (${people.toLocaleString("en")} people).`
    : `Something changes for ${affected.toLocaleString("en")} of ${people.toLocaleString("en")} people, compared with ${base}.`;
};

/** Rows in which nothing would change are left out. */
const changeRows = ({ changes }: PolicyPlan): string[][] =>
  changes.flatMap(({ certificate, gate, ...change }) => {
    const { gains, loses, newlyAsked, noLongerAsked, otherEnd } = change;
    const counts = [gains, loses, newlyAsked, noLongerAsked, otherEnd];
    const what = gate === null ? `certificate ${certificate}` : `gate ${gate}`;
    return counts.some((count) => count > 0) ? [[what, ...counts.map(number)]] : [];
  });

const modeWords = (modes: PolicyPlan["modes"][number]["after"]): string =>
  modes === null
    ? "not there"
    : [modes.mode, ...modes.turns.map(({ to, at }) => `${to} on ${at.slice(0, 10)}`)].join(", ");

/** From when a gate says or stops something, and how many it would keep out. */
const modeLines = ({ modes }: PolicyPlan): string[] =>
  modes.flatMap(({ gate, before, after, denied }) => {
    const out = denied.toLocaleString("en");
    return ["", `Gate ${gate}: ${modeWords(before)} → ${modeWords(after)}; keeps out ${out} now.`];
  });

type Named = NonNullable<PolicyPlan["named"]>[number];

const namedLines = ({ name, team, changes }: Named, paint: Paint): string[] => [
  `  ${name}${team === null ? "" : paint("dim", `  ${team}`)}`,
  ...changes.map(
    ({ effect, what, id, from, to, when }) =>
      `    ${effect.replaceAll("-", " ")}: ${what} ${id}, ${from} → ${to} on ${when.slice(0, 10)}`,
  ),
];

const nameLines = ({ named, affected }: PolicyPlan, paint: Paint): string[] => {
  if (named === null) return ["", "Names are shown to those who may see people."];
  if (named.length === 0) return [];
  const rest = affected - named.length;
  return [
    "",
    paint("bold", "Who"),
    ...named.flatMap((one) => namedLines(one, paint)),
    ...(rest > 0 ? [`  and ${rest.toLocaleString("en")} more`] : []),
  ];
};

const teamLines = ({ teams }: PolicyPlan, paint: Paint): string[] =>
  teams.length === 0
    ? []
    : [
        "",
        ...tableLines(
          ["team", "affected", "gains", "loses"],
          teams.map(({ team, affected, gains, loses }) => [
            team ?? "(small teams)",
            number(affected),
            number(gains),
            number(loses),
          ]),
          paint,
        ),
      ];

/** What a change of policy would do, for a person to read. */
export const planLines = (plan: PolicyPlan, paint: Paint): string[] => {
  const head = ["", "gains", "loses", "newly asked", "no longer asked", "another end"];
  const rows = changeRows(plan);
  return [
    sentence(plan),
    ...(rows.length > 0 ? ["", ...tableLines(head, rows, paint)] : []),
    ...modeLines(plan),
    ...teamLines(plan, paint),
    ...nameLines(plan, paint),
  ];
};
