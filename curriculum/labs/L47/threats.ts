import type { ExpectedThreat } from "@checkride/range/kit/judge-threats";
import type { FactId } from "./facts.ts";

export type ThreatId = FactId | "indirect" | "classifier";

export type KnownThreat = ExpectedThreat & { readonly id: ThreatId; readonly story: string };

/** The gravest first: money or other people's data, at once, for everybody who tries. */
export const threatsByGravity: readonly KnownThreat[] = [
  {
    id: "lookup",
    at: ["orders", "find", "results", "llm"],
    actions: ["enumerate", "instruct"],
    effects: ["data"],
    mitigations: ["scope"],
    story: "Customer, chat, service, model, order lookup: numbers in a row bring orders of others.",
  },
  {
    id: "sum",
    at: ["refund", "pay", "llm"],
    actions: ["repeat", "instruct"],
    effects: ["money"],
    mitigations: ["limit", "confirm"],
    story: "Each refund is allowed; nobody counts them together, and five orders make 500.",
  },
  {
    id: "token",
    at: ["prompt", "api", "llm"],
    actions: ["extract", "instruct", "plant"],
    effects: ["account", "data"],
    mitigations: ["minimise", "scope"],
    story: "What stands in the prompt can be said: the login token comes out with an answer.",
  },
  {
    id: "mail",
    at: ["mail", "write", "llm"],
    actions: ["redirect", "instruct", "plant"],
    effects: ["data", "mail", "account"],
    mitigations: ["limit", "confirm", "minimise"],
    story: "The address is changed in the chat, and mail of ours goes with any text to anybody.",
  },
  {
    id: "tools",
    at: [
      "llm",
      "prompt",
      "send",
      "api",
      "find",
      "pay",
      "write",
      "note",
      "refund",
      "mail",
      "tickets",
    ],
    actions: ["instruct"],
    effects: ["tools", "money"],
    mitigations: ["limit", "scope", "confirm"],
    story: "A rule in the prompt is a request. A question asks otherwise, and the tool is called.",
  },
  {
    id: "markup",
    at: ["chat", "show", "api"],
    actions: ["markup", "plant", "instruct"],
    effects: ["account", "code", "data"],
    mitigations: ["encode"],
    story: "Words of the model become part of the page, with what they bring along.",
  },
  {
    id: "knowledge",
    at: ["index", "closed", "tickets", "staff", "passages"],
    actions: ["teach", "plant"],
    effects: ["false", "tools", "mail", "harmful", "data"],
    mitigations: ["review", "separate", "minimise"],
    story: "A customer's ticket is closed, and tonight it is knowledge for everybody.",
  },
  {
    id: "weights",
    at: ["weights", "hub", "llm"],
    actions: ["swap"],
    effects: ["code", "false", "harmful", "tools"],
    mitigations: ["pin"],
    story: "Whoever changes what lies behind the name changes the model at its next start.",
  },
  {
    id: "indirect",
    at: ["results", "orders", "llm", "passages"],
    actions: ["plant"],
    effects: ["tools", "money", "data", "mail", "account"],
    mitigations: ["separate", "limit", "scope", "confirm", "minimise"],
    story:
      "A note on an order is read as an order to the model, in somebody else's conversation too.",
  },
  {
    id: "logs",
    at: ["log", "kept"],
    actions: ["read"],
    effects: ["data"],
    mitigations: ["minimise", "scope"],
    story: "A year of conversations, searchable for everybody in support, is worth a theft.",
  },
  {
    id: "cost",
    at: ["api", "send", "ask", "chat", "prompt", "llm"],
    actions: ["flood", "repeat"],
    effects: ["cost"],
    mitigations: ["budget", "limit"],
    story: "A script asks with two hundred pages, all night, and the month's budget is gone.",
  },
  {
    id: "classifier",
    at: ["guard", "answer", "passed"],
    actions: ["rephrase", "instruct", "plant"],
    effects: ["harmful", "data"],
    mitigations: ["second", "limit", "confirm"],
    story:
      "The classifier is a model too: with other words, or in another language, it sees nothing.",
  },
];

/** Real as well, and not what the reviewers had on their list. */
export const alsoTrue: readonly ExpectedThreat[] = [
  {
    id: "staff",
    at: ["tickets", "opened", "staff"],
    actions: ["plant", "markup"],
    effects: ["account", "code", "mail"],
    mitigations: [],
  },
  {
    id: "login",
    at: ["customer", "chat", "ask", "send"],
    actions: ["guess"],
    effects: ["account", "data", "money"],
    mitigations: [],
  },
  {
    id: "rules",
    at: ["llm", "prompt"],
    actions: ["extract"],
    effects: ["harmful"],
    mitigations: [],
  },
];
