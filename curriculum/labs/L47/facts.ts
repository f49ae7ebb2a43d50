/** What may be one way or the other. Open, it makes a threat; closed, the same words are wrong. */
export type Fact = {
  readonly id: FactId;
  /** The component whose description says it. */
  readonly at: string;
  readonly open: string;
  readonly closed: string;
};

export const factIds = [
  "lookup",
  "sum",
  "token",
  "mail",
  "tools",
  "markup",
  "knowledge",
  "weights",
  "logs",
  "cost",
] as const;
export type FactId = (typeof factIds)[number];

export const facts: readonly Fact[] = [
  {
    id: "lookup",
    at: "orders",
    open: "Finds any order by its number, with the notes that its customer wrote.",
    closed:
      "Finds orders of the customer who is signed in and no others, with the customer's notes.",
  },
  {
    id: "sum",
    at: "refund",
    open: "Pays up to 100 for each call, to the card of the order.",
    closed: "Pays up to 100 for each customer and day, counted here; a person decides about more.",
  },
  {
    id: "token",
    at: "api",
    open: "Puts the customer's login token into the prompt, so that tools can use it.",
    closed: "Keeps the customer's login token and calls the tools with it itself.",
  },
  {
    id: "mail",
    at: "mail",
    open: "Writes any text to the registered address; the address can be changed in the chat.",
    closed:
      "Sends one of six fixed texts to the registered address; only the account page changes that.",
  },
  {
    id: "tools",
    at: "llm",
    open: "May call each tool at any time; its rules tell it when it should.",
    closed: "Is offered only the tool that fits the step, which the service chooses in code.",
  },
  {
    id: "markup",
    at: "chat",
    open: "Shows answers as HTML.",
    closed: "Shows answers as plain text.",
  },
  {
    id: "knowledge",
    at: "index",
    open: "Is filled every night with help pages and with all tickets that were closed.",
    closed: "Is filled with help pages alone, each written and approved by two of the staff.",
  },
  {
    id: "weights",
    at: "llm",
    open: "Its weights are fetched by their name at every start.",
    closed: "Its weights are pinned by digest, and their signature is checked at every start.",
  },
  {
    id: "logs",
    at: "log",
    open: "Keeps whole conversations for a year; everybody in support searches in them.",
    closed: "Keeps counts and refusals, and no text.",
  },
  {
    id: "cost",
    at: "api",
    open: "Takes questions of any length, and as many as come.",
    closed: "Takes 2,000 characters, and a number of tokens for each customer and day.",
  },
];
