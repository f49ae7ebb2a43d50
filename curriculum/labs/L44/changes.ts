import type { Choice } from "@checkride/range/kit/answered-lab";
import { timeOf } from "./log-lines.ts";
import type { Task } from "./task.ts";

type Change = {
  readonly id: string;
  readonly number: string;
  readonly at: number;
  readonly what: string;
};

/** All that went live, in its order. */
export const changesOf = ({ changes }: Task): readonly Change[] => {
  const all: readonly (readonly [number, string])[] = [
    [
      changes.cache,
      "Cache: answers are found by the words of the question. Hits +31 %, cost -18 %.",
    ],
    [
      changes.search,
      "Search: one index for all instead of one each. The filter moves from the index into the query.",
    ],
    [
      changes.memory,
      "Memory: notes are kept by the number of the chat. Numbers begin at 1 each morning.",
    ],
    [20_700, "Greetings: new wording, three languages."],
    [120_600, "Model: the vendor's July version instead of the March one."],
  ];
  return all
    .toSorted(([one], [other]) => one - other)
    .map(([at, what], index) => ({ id: changeId(at), number: `#${812 + index * 2}`, at, what }));
};

export const changeId = (at: number): string => `live-${at}`;

export const sinceChoices = (task: Task): readonly Choice[] =>
  changesOf(task).map(({ id, number, at }) => ({ id, text: `${number}, ${timeOf(at)}` }));
