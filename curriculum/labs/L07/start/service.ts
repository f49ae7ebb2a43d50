/** Read-only: the service that calls your code. It may summarise several documents in a row. */
import { attacks } from "./attacks.ts";
import { summarise } from "./summarise.ts";

declare const host: { call: (name: string, ...args: unknown[]) => unknown };

export const serve = async (request: "summarise" | "attacks", documents: string[]) => {
  if (request === "attacks") return attacks;
  const results = [];
  for (const name of documents) {
    const document = String(host.call("read", name));
    results.push(await summarise(document));
  }
  return results;
};
