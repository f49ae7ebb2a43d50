import { costOf } from "./rules.ts";
import { askModel } from "./world.ts";

export type Call = {
  /** Who pays; known from the sign-in. */
  account: string;
  /** One account may have many. */
  session: string;
  /** From here on everything comes from outside and may be anything. */
  text: string;
  maxTokens?: unknown;
};

export type Reply =
  | { kind: "answered"; text: string }
  | { kind: "failed" }
  | {
      kind: "refused";
      because: "invalid" | "too long" | "rate" | "budget" | "steps";
      /** When trying again makes sense; null: never, as it is. */
      retryAfterMs: number | null;
    };

export const makeEndpoint = () => {
  // For the bill at the end of the month.
  const spent = new Map<string, number>();

  return async ({ account, text, maxTokens }: Call): Promise<Reply> => {
    let reply = await askModel({ text, maxTokens });
    while (true) {
      const cost = costOf(reply.tokensIn, reply.tokensOut);
      spent.set(account, (spent.get(account) ?? 0) + cost);
      if (reply.again === null) return { kind: "answered", text: reply.text };
      reply = await askModel({ text: reply.again, maxTokens });
    }
  };
};
