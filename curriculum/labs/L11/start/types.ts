/** Read-only: the words that all files of the helpdesk use. */
export type Session = {
  /** Who is signed in. */
  account: string;
  /** One account may have many. */
  browser: string;
};

export type Ticket = {
  id: string;
  owner: string;
  state: "open" | "closed";
  title: string;
  /** What the helpdesk's people write to each other. */
  note: string;
};

export type Message = { role: "system" | "user" | "tool"; content: string };

/** What the model says: a text for the person, or a tool that it wants to use. */
export type ModelReply = { text: string } | { tool: string; args: Record<string, unknown> };

export type Refusal = "too long" | "too many questions" | "too many steps" | "not configured";

export type Reply = { html: string } | { refused: Refusal };
