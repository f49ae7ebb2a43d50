import type { AnsweredLab, Answers, Choice, Span } from "@checkride/range/kit/answered-lab";
import { drawCapture, foreignSpans, localCapture, type Part, textOf } from "./capture.ts";
import { drawPaths, hiddenBy, type Paths } from "./exclusions.ts";

export type Task = {
  readonly cloud: readonly Part[];
  readonly local: string;
  readonly paths: Paths;
  readonly localOptions: readonly Choice[];
  readonly agentOptions: readonly Choice[];
};

const localOptions: readonly Choice[] = [
  { id: "nothing", text: "Nothing: both ends of every line are this machine" },
  { id: "request", text: "2,918 bytes: a request is a request, whoever it is that answers it" },
  { id: "answer", text: "Only the answer of 412 bytes" },
];

const agentOptions: readonly Choice[] = [
  {
    id: "reads",
    text: "It may read them all the same: many agents and command-line modes do not follow the list",
  },
  {
    id: "never",
    text: "They stay hidden: a list holds for every mode of a tool, whatever that mode may do there",
  },
  { id: "asks", text: "It asks the list's author before it opens one" },
];

const length = (spans: readonly Span[]): number =>
  spans.reduce((sum, [from, to]) => sum + to - from, 0);

const shared = (marks: readonly Span[], spans: readonly Span[]): number =>
  marks.reduce(
    (sum, [from, to]) =>
      sum +
      spans.reduce((own, [a, b]) => own + Math.max(0, Math.min(to, b) - Math.max(from, a)), 0),
    0,
  );

const marksFound = ({ cloud }: Task, answers: Answers): boolean => {
  const spans = foreignSpans(cloud);
  const marks = answers.marked("cloud");
  return spans.every((span) => shared(marks, [span]) >= 0.8 * length([span]));
};

const marksClean = ({ cloud }: Task, answers: Answers): boolean => {
  const marks = answers.marked("cloud");
  return length(marks) > 0 && shared(marks, foreignSpans(cloud)) >= 0.8 * length(marks);
};

export const lab: AnsweredLab<Task> = {
  draw: (draw) => ({
    cloud: drawCapture(draw),
    local: localCapture(draw),
    paths: drawPaths(draw),
    localOptions: draw.shuffle(localOptions),
    agentOptions: draw.shuffle(agentOptions),
  }),
  asks: ({ cloud, local, paths, localOptions: ofLocal, agentOptions: ofAgent }) => [
    {
      kind: "mark",
      id: "cloud",
      ask: "Mark everything of yours that you did not type into src/invoice.ts.",
      title: "One completion, cloud",
      language: "http",
      text: textOf(cloud),
    },
    {
      kind: "choose",
      id: "local",
      ask: `The same completion with a local model. What left the machine?\n\n${local}`,
      options: ofLocal,
    },
    {
      kind: "write",
      id: "list",
      ask: `Write an exclusion list, one pattern a line. It must hide\n\n${paths.hide.join("\n")}\n\nand none of\n\n${paths.keep.join("\n")}`,
      start: "# one pattern a line, as in .gitignore\n",
    },
    {
      kind: "choose",
      id: "agent",
      ask: "With this list in place an agent works in the repository. What of the hidden files?",
      options: ofAgent,
    },
  ],
  checks: [
    {
      id: "marks-clean",
      half: "works",
      says: "At most a fifth of what you marked is your own open file or the frame of the request.",
      why: "Whoever marks everything has found nothing. The open file is what you meant to send.",
      holds: marksClean,
    },
    {
      id: "needed-visible",
      half: "works",
      says: "Your list hides none of the ten files that are needed, and at least one of the others.",
      why: "A list that hides the code is switched off. A folder's name can occur elsewhere too.",
      holds: ({ paths }, answers) =>
        hiddenBy(answers.written("list"), paths.keep).length === 0 &&
        hiddenBy(answers.written("list"), paths.hide).length > 0,
    },
    {
      id: "local-read",
      half: "works",
      says: "The local capture is read rightly.",
      why: "Look at both ends of each line: 127.0.0.1 is this machine.",
      holds: (_, answers) => answers.chosen("local") === "nothing",
    },
    {
      id: "all-found",
      half: "attacks",
      says: "Each of the things that travelled along is marked to four fifths or more.",
      why: "Neighbouring tabs, names of files and the address of the repository leave too, not only what looks like a key.",
      holds: marksFound,
    },
    {
      id: "six-hidden",
      half: "attacks",
      says: "Your list hides all six sensitive files.",
      why: "Think of the file at the top and of the one four folders down; of endings, and of whole folders.",
      holds: ({ paths }, answers) =>
        hiddenBy(answers.written("list"), paths.hide).length === paths.hide.length,
    },
    {
      id: "agent-known",
      half: "attacks",
      says: "You know what the list does not do.",
      why: "Completions follow the list. Agents and command lines read files by other ways.",
      holds: (_, answers) => answers.chosen("agent") === "reads",
    },
  ],
  review: () =>
    new Map([
      [
        "cloud",
        "Two neighbouring tabs, one with a password and one with a customer's debts; the name of a contract that nobody should know of; the address of the repository. None of it was typed.",
      ],
      [
        "local",
        "Nothing left: both ends are this machine. The model file came from outside, though.",
      ],
      ["list", "For instance: .env, .env.*, *.pem, /fixtures/customers/, /contracts/, *.tfstate"],
      [
        "agent",
        "Exclusion settings differ by tool and often do not cover agents and command-line modes. Look at what is sent.",
      ],
    ]),
};
