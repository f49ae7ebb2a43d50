import type { PersonStanding, StandingView } from "@checkride/api/standing";
import { countWord } from "../../design/count-word.ts";
import { formatDate, relativeDay } from "../../design/date.ts";
import { concerns, earliest, type Gate, isClosed, isInGrace, onlyWarns } from "./standing-facts.ts";
import type { Asked } from "./standing-sentence.ts";
import { allOf, capital, counted, remediesText } from "./words.ts";

/** Pieces of a text: plain, strong (a certificate) or code (a gate). */
export type Piece = { readonly as: "plain" | "strong" | "code"; readonly text: string };

const plain = (text: string): Piece => ({ as: "plain", text });

const holding = (required: readonly StandingView[]): Piece[] => {
  if (required.length < 2) return [];
  const held = required.filter((one) => one.holds).length;
  if (held === 0) return [];
  if (held === required.length) {
    return [plain(`${capital(allOf(held, "certificate"))} asked of you are held. `)];
  }
  return [
    plain(
      `${capital(countWord(held))} of ${countWord(required.length)} certificates ${held === 1 ? "is" : "are"} held. `,
    ),
  ];
};

const lackOf = (gate: Gate, standings: readonly StandingView[]): Piece[] => {
  const lacks = gate.reasons.filter((reason) => reason.code === "lacks");
  const [first] = lacks;
  if (first === undefined) return [plain(". ")];
  const standing = standings.find((one) => one.certificate === first.certificate);
  const title: Piece = { as: "strong", text: standing?.title ?? first.certificate ?? "" };
  if (lacks.length > 1) {
    return [
      plain(" needs "),
      title,
      plain(` and ${counted(lacks.length - 1, "more certificate")}. `),
    ];
  }
  const missing = remediesText(standing?.remedy ?? []);
  return [plain(" needs "), title, plain(missing === "" ? ". " : `, which lacks ${missing}. `)];
};

const joined = (gates: readonly Gate[]): Piece[] =>
  gates.flatMap((gate, place): Piece[] => {
    const before = place === 0 ? "" : place === gates.length - 1 ? " and " : ", ";
    return [...(before ? [plain(before)] : []), { as: "code", text: gate.gate }];
  });

const namedAtMost = 4;

const closedGates = (standing: PersonStanding): Piece[] => {
  const closed = standing.gates.filter(
    (gate) => concerns(gate, standing.standings) && isClosed(gate),
  );
  const [only] = closed;
  if (only === undefined) return [];
  if (closed.length === 1) {
    return [
      plain("One gate is closed to you: "),
      { as: "code", text: only.gate },
      ...lackOf(only, standing.standings),
    ];
  }
  const head = `${capital(countWord(closed.length))} gates are closed to you`;
  return closed.length > namedAtMost
    ? [plain(`${head}. `)]
    : [plain(`${head}: `), ...joined(closed), plain(". ")];
};

const warnings = (standing: PersonStanding): Piece[] => {
  const warned = standing.gates.filter(
    (gate) => concerns(gate, standing.standings) && onlyWarns(gate),
  ).length;
  if (warned === 0) return [];
  return [
    plain(
      warned === 1
        ? "One gate would be closed to you and only says so for now. "
        : `${capital(countWord(warned))} gates would be closed to you and only say so for now. `,
    ),
  ];
};

const dates = (required: readonly StandingView[], { now, zone }: Asked): Piece[] => {
  const due = required.filter((one) => one.state === "due" && !isInGrace(one, now));
  const end = earliest(due.map((one) => one.validUntil));
  const ending = due.find((one) => one.validUntil === end);
  if (end !== null && ending !== undefined) {
    return [
      { as: "strong", text: ending.title },
      plain(` wants a refresher ${relativeDay(now, end, zone)}. `),
    ];
  }
  const missing = required.filter((one) => !one.holds && !one.overdue);
  const by = earliest(missing.map((one) => one.dueBy));
  const first = missing.find((one) => one.dueBy === by);
  return by === null || first === undefined
    ? []
    : [{ as: "strong", text: first.title }, plain(` is due by ${formatDate(by, zone)}. `)];
};

/** What stands under the sentence: the counts, what is closed and why, what comes next. */
export const standingSub = (asked: Asked): readonly Piece[] => {
  const { person, policy, standings } = asked.standing;
  if (person.status === "deactivated" || person.status === "erased") {
    return [plain("An owner of your organisation can let you in again.")];
  }
  if (policy === null) {
    return [
      plain("As soon as your organisation applies a policy, this page says what is asked of you."),
    ];
  }
  const required = standings.filter((one) => one.required);
  const none =
    required.length === 0 ? [plain("The policy in force asks for no certificate from you. ")] : [];
  return [
    ...none,
    ...holding(required),
    ...closedGates(asked.standing),
    ...warnings(asked.standing),
    ...dates(required, asked),
  ];
};
