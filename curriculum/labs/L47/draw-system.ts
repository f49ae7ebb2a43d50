import type { Draw } from "@checkride/range/draw";
import type { System } from "@checkride/rules/labs/asked";
import { type FactId, factIds, facts } from "./facts.ts";
import { type KnownThreat, threatsByGravity } from "./threats.ts";

export type Task = {
  readonly system: System;
  readonly open: ReadonlySet<FactId>;
  /** What is there in this variant, the gravest first. */
  readonly expected: readonly KnownThreat[];
  /** What the same words say where it is stopped already. */
  readonly stopped: readonly KnownThreat[];
  readonly zones: ReadonlyMap<string, readonly string[]>;
};

const openAtOnce = 6;

const components = (shop: string) =>
  [
    { id: "customer", title: "Customer", shape: "person", says: `Signed in at ${shop}.` },
    { id: "chat", title: "React chat", shape: "service", says: "Runs in the customer's browser." },
    { id: "api", title: "FastAPI service", shape: "service", says: "" },
    { id: "llm", title: "Tuned model on vLLM", shape: "model", says: "" },
    { id: "orders", title: "Order lookup", shape: "tool", says: "" },
    {
      id: "guard",
      title: "Output classifier",
      shape: "model",
      says: "A small model; what it lets through goes out.",
    },
    { id: "index", title: "Retrieval, pgvector", shape: "store", says: "" },
    { id: "refund", title: "Refund", shape: "tool", says: "" },
    { id: "log", title: "Monitoring", shape: "store", says: "" },
    { id: "staff", title: "Support staff", shape: "person", says: "Read tickets and close them." },
    { id: "tickets", title: "Tickets", shape: "tool", says: "Take any text." },
    { id: "mail", title: "Mail", shape: "tool", says: "" },
    { id: "hub", title: "Model hub", shape: "outside", says: "Public; others publish there too." },
  ] as const;

/** Columns and rows of the drawing. */
export const places = [
  ["customer", 1, 1],
  ["chat", 1, 2],
  ["api", 2, 2],
  ["hub", 3, 2],
  ["guard", 1, 3],
  ["llm", 2, 3],
  ["orders", 3, 3],
  ["log", 1, 4],
  ["tickets", 2, 4],
  ["refund", 3, 4],
  ["index", 1, 5],
  ["staff", 2, 5],
  ["mail", 3, 5],
] as const;

const flows = (open: ReadonlySet<FactId>): System["flows"] => [
  { id: "ask", from: "customer", to: "chat", carries: "question" },
  { id: "send", from: "chat", to: "api", carries: "question, token" },
  {
    id: "prompt",
    from: "api",
    to: "llm",
    carries: open.has("token") ? "rules, token, question" : "rules, question",
  },
  { id: "passages", from: "index", to: "llm", carries: "passages" },
  { id: "find", from: "llm", to: "orders", carries: "order number" },
  { id: "results", from: "orders", to: "llm", carries: "order, notes" },
  { id: "pay", from: "llm", to: "refund", carries: "order, amount" },
  { id: "write", from: "llm", to: "mail", carries: "mail" },
  { id: "note", from: "llm", to: "tickets", carries: "ticket" },
  { id: "opened", from: "tickets", to: "staff", carries: "open tickets" },
  {
    id: "closed",
    from: "staff",
    to: "index",
    carries: open.has("knowledge") ? "closed tickets" : "help pages",
  },
  { id: "answer", from: "llm", to: "guard", carries: "answer" },
  { id: "passed", from: "guard", to: "api", carries: "answer, passed" },
  { id: "show", from: "api", to: "chat", carries: "answer" },
  { id: "kept", from: "guard", to: "log", carries: open.has("logs") ? "conversations" : "counts" },
  { id: "weights", from: "hub", to: "llm", carries: "weights" },
];

const zonesOf = (open: ReadonlySet<FactId>): Task["zones"] => {
  const ours = ["code", "protected"];
  return new Map([
    ["customer", ["outside"]],
    ["chat", ["outside"]],
    ["hub", ["outside"]],
    ["llm", ["moved"]],
    ["guard", ["moved"]],
    ["api", ["code"]],
    ["index", open.has("knowledge") ? ["moved", "outside"] : ours],
    ...["orders", "refund", "tickets", "mail"].map((id): [string, string[]] => [id, ours]),
    ["log", ["protected", "code", "moved"]],
    ["staff", ["protected", "code"]],
  ]);
};

export const drawTask = (draw: Draw): Task => {
  const open = new Set(draw.shuffle(factIds).slice(0, openAtOnce));
  const isThere = ({ id }: KnownThreat): boolean =>
    id === "indirect" || id === "classifier" || open.has(id);
  const shop = `${draw.word(6)}.example`;
  const system: System = {
    components: components(shop).map((one) => {
      const own = facts.filter(({ at }) => at === one.id);
      const said = own.map((fact) => (open.has(fact.id) ? fact.open : fact.closed));
      return { ...one, says: [one.says, ...said].filter((text) => text !== "").join(" ") };
    }),
    flows: flows(open),
  };
  return {
    system,
    open,
    expected: threatsByGravity
      .filter(isThere)
      // What staff have approved is no way in.
      .map((one) =>
        one.id === "indirect" && !open.has("knowledge")
          ? { ...one, at: one.at.filter((at) => at !== "passages") }
          : one,
      ),
    stopped: threatsByGravity.filter((one) => !isThere(one)),
    zones: zonesOf(open),
  };
};
