import type { Json } from "@checkride/rules/exercise";
import type { AskedOf } from "@checkride/rules/labs/asked";
import { commentsMax } from "@checkride/rules/labs/review";
import type { Asked, Choice } from "../../kit/answered-lab.ts";
import type { SourceFile } from "../../submission.ts";
import type { Cheat } from "../open-lab.ts";

type Answer = (asked: Asked) => Json;

/** Answers of somebody who read nothing. */
export const answerCheats = (
  asked: readonly Asked[],
  fileOf: (answers: { readonly [part: string]: Json }) => readonly SourceFile[],
): readonly Cheat[] => {
  const all = (name: string, answer: Answer): Cheat => ({
    name,
    files: fileOf(Object.fromEntries(asked.map((one) => [one.id, answer(one)]))),
  });
  const verdicts = new Set(
    asked.flatMap((one) => (one.kind === "judge" ? one.verdicts.map(({ id }) => id) : [])),
  );
  const [first] = fileOf({});
  const raw = (name: string, text: string): Cheat => ({
    name,
    files: first === undefined ? [] : [{ path: first.path, text }],
  });
  return [
    raw("empty file", ""),
    raw("no object", "[]"),
    raw("own prototype", '{"__proto__":{"verdict":"safe","reason":"a"}}'),
    all("echo the questions", (one) => ({ ...one, verdict: one.id, reason: one.id })),
    all("choose the first of everything", (one) => answerOf(one, 0)),
    all("choose the last of everything", (one) => answerOf(one, -1)),
    ...problemsOf(asked).map((problem) =>
      all(`call every seventh line ${problem}`, (one) =>
        one.kind === "review" ? wholeReview(one, problem, -1) : answerOf(one, 0),
      ),
    ),
    ...[...verdicts].flatMap((verdict) => [
      all(`say ${verdict} to everything`, (one) => ({ ...judgement(one, 0), verdict })),
      all(`say ${verdict} to everything, other reasons`, (one) => ({
        ...judgement(one, 1),
        verdict,
      })),
    ]),
  ];
};

const idAt = (choices: readonly Choice[], at: number): string => choices.at(at)?.id ?? "";

const judgement = (one: Asked, at: number): { readonly [part: string]: Json } =>
  one.kind === "judge"
    ? { verdict: idAt(one.verdicts, at), reason: idAt(one.reasons, at) }
    : { verdict: "", reason: "" };

const answerOf = (one: Asked, at: number): Json => {
  switch (one.kind) {
    case "judge":
      return judgement(one, at);
    // All of it: whoever marks everything has found everything.
    case "mark":
      return [[0, one.text.length]];
    case "write":
      return at === 0 ? "*" : one.start;
    case "choose":
      return idAt(one.options, at);
    case "review":
      return wholeReview(one, idAt(one.problems, at), at);
    case "rules":
      return wholeRule(one, at);
    case "threat-model":
      return everythingThreatened(one, at);
  }
};

const problemsOf = (asked: readonly Asked[]): readonly string[] =>
  asked.flatMap((one) => (one.kind === "review" ? one.problems.map(({ id }) => id) : []));

/** A comment near enough to every line, as many as are read. */
const wholeReview = (one: AskedOf<"review">, problem: string, at: number): Json => ({
  comments: one.files
    .flatMap(({ path, lines }) =>
      lines.flatMap((_, line) =>
        line % 7 === 3 ? [{ file: path, from: line, to: line, problem, text: "" }] : [],
      ),
    )
    .slice(0, commentsMax),
  decision: idAt(one.decisions, at),
});

/** The same for every case. */
const wholeRule = ({ facts, outcomes }: AskedOf<"rules">, at: number): Json => [
  { fact: facts[0]?.id ?? "", test: "is-not", value: "", outcome: idAt(outcomes, at) },
];

/** One threat and one mitigation at each component and flow, all of one kind, all in one zone. */
const everythingThreatened = (one: AskedOf<"threat-model">, at: number): Json => {
  const { system, words, threatsMax } = one;
  const places = [...system.components, ...system.flows].map(({ id }) => id);
  const threats = places.slice(0, threatsMax).map((place) => ({
    id: place,
    at: place,
    action: idAt(words.actions, at),
    effect: idAt(words.effects, at),
    how: "It is attacked.",
  }));
  return {
    system: one.isOwn ? { components: [...system.components], flows: [...system.flows] } : null,
    zones: system.components.map(({ id }) => ({ component: id, zone: idAt(words.zones, at) })),
    threats,
    mitigations: threats.map(({ id }) => ({
      threat: id,
      component: system.components[0]?.id ?? "",
      kind: idAt(words.mitigations, at),
      what: "It is made safe.",
      owner: "somebody",
      due: "2030-01-01",
    })),
  };
};
