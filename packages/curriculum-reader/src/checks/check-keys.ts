import type { Exercise, Option } from "@checkride/rules/exercise";
import type { Rich } from "@checkride/rules/prose";
import type { Path, Place } from "../fault.ts";
import type { Sources } from "../read-sources.ts";
import type { FileFault, TextFile } from "../source-file.ts";
import { faultIn } from "../source-file.ts";

const fewest = 5;
const mostShare = 0.6;

/** Keys that can be guessed without knowing anything: the longest option, always the same position. */
export const checkKeys = (sources: Sources): FileFault[] => [
  ...[...sources.modules.values()].flatMap(({ value }) => {
    const lessons = value.lessons.flatMap((id) => {
      const file = sources.lessons.get(id);
      return file === undefined ? [] : [questionsOf(file.source, file.exercises)];
    });
    const each = lessons.flatMap((questions) => checkQuestions(questions, "lesson"));
    return each.length > 0 ? each : checkQuestions(lessons.flat(), "module");
  }),
  ...sources.banks.flatMap(({ source, items }) =>
    checkQuestions(
      questionsOf(
        source,
        items.map(({ item: { exercise }, placeOf }) => ({
          exercise,
          placeOf: (path: Path) => placeOf([exercise.kind, ...path]),
        })),
      ),
      "bank",
    ),
  ),
];

/** A list of options of which one is right. */
type Question = {
  readonly id: string;
  readonly source: TextFile;
  readonly options: readonly Option[];
  readonly right: number;
  readonly place: () => Place;
};

const questionsOf = (
  source: TextFile,
  exercises: readonly {
    readonly exercise: Exercise;
    readonly placeOf: (path: Path) => Place;
  }[],
): readonly Question[] =>
  exercises.flatMap(({ exercise, placeOf }) => {
    if (exercise.kind !== "choose") return [];
    const { id, options, because } = exercise;
    const ask = (of: readonly Option[], path: Path): readonly Question[] => {
      const right = of.findIndex((option) => option.right);
      if (of.filter((option) => option.right).length !== 1) return [];
      return [{ id, source, options: of, right, place: () => placeOf([...path, right, "text"]) }];
    };
    return [
      ...ask(options, ["options"]),
      ...(because === null ? [] : ask(because.options, ["because", "options"])),
    ];
  });

const checkQuestions = (questions: readonly Question[], noun: string): FileFault[] => {
  if (questions.length < fewest) return [];
  const longest = questions.filter(isLongest);
  const position = mostCommon(questions.map(({ right }) => right));
  const there = questions.filter(({ right }) => right === position);
  return [
    ...tooMany(longest, questions, {
      what: "is the longest",
      cure: "shorten it, or say more in a wrong one",
      noun,
    }),
    ...tooMany(there, questions, {
      what: `stands at place ${position + 1}`,
      cure: "write it elsewhere in some",
      noun,
    }),
  ];
};

const tooMany = (
  found: readonly Question[],
  all: readonly Question[],
  { what, cure, noun }: { readonly what: string; readonly cure: string; readonly noun: string },
): FileFault[] => {
  const [first] = found;
  if (first === undefined || found.length <= all.length * mostShare) return [];
  const says = `the right option ${what} in ${found.length} of the ${all.length} questions of this ${noun}`;
  const ids = [...new Set(found.map(({ id }) => id))].join(", ");
  const more = { severity: "warning", cure: `${cure}: ${ids}` } as const;
  return [faultIn(first.source, first.place(), says, more)];
};

const mostCommon = (numbers: readonly number[]): number => {
  const count = (one: number): number => numbers.filter((other) => other === one).length;
  return numbers.toSorted((a, b) => count(b) - count(a))[0] ?? 0;
};

const isLongest = ({ options, right }: Question): boolean => {
  const lengths = options.map(({ text }) => lengthOf(text));
  const own = lengths[right] ?? 0;
  return lengths.every((length, index) => index === right || length < own);
};

const lengthOf = (text: Rich): number =>
  text.reduce(
    (sum, one) => sum + (typeof one.text === "string" ? one.text.length : lengthOf(one.text)),
    0,
  );
