import type { System } from "@checkride/rules/labs/asked";

/** What an inventory knows of a system: its parts without their names. Every question mark is to be answered. */
export type Template = { readonly entry: string; readonly system: System };

const person = { id: "c1", title: "Who asks?", shape: "person", says: "" } as const;
const service = { id: "c2", title: "Which service?", shape: "service", says: "" } as const;
const model = { id: "c3", title: "Which model?", shape: "model", says: "" } as const;
const tool = { id: "c4", title: "Which tool?", shape: "tool", says: "" } as const;
const store = { id: "c4", title: "Which store?", shape: "store", says: "" } as const;
const outside = { id: "c5", title: "Who else writes?", shape: "outside", says: "" } as const;

export const templates: readonly [Template, ...Template[]] = [
  {
    entry: "an assistant that calls tools",
    system: {
      components: [person, service, model, tool],
      flows: [
        { id: "f1", from: "c1", to: "c2", carries: "?" },
        { id: "f2", from: "c2", to: "c3", carries: "?" },
        { id: "f3", from: "c3", to: "c4", carries: "?" },
      ],
    },
  },
  {
    entry: "answers from documents",
    system: {
      components: [person, service, model, store, outside],
      flows: [
        { id: "f1", from: "c1", to: "c2", carries: "?" },
        { id: "f2", from: "c5", to: "c4", carries: "?" },
        { id: "f3", from: "c4", to: "c3", carries: "?" },
      ],
    },
  },
  {
    entry: "a model that decides in a process",
    system: {
      components: [outside, service, model, store],
      flows: [
        { id: "f1", from: "c5", to: "c2", carries: "?" },
        { id: "f2", from: "c2", to: "c3", carries: "?" },
        { id: "f3", from: "c3", to: "c4", carries: "?" },
      ],
    },
  },
];

/** One change that is coming: a model of today that says nothing of it is old next month. */
export const changesAhead = [
  "it remembers what was said in earlier conversations",
  "it may call one more tool, which writes",
  "its vendor replaces the model by the next one, without asking",
  "a second group of people may use it, from another company",
  "it reads attachments that people send",
  "its answers are used by another system, and no longer read by a person",
] as const;
