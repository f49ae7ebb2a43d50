/** Read-only: the service. Who asks is known from the sign-in. `confirm`, `list` and `forget` are buttons of the page. */
import { makeAssistant } from "./memory.ts";

declare const host: { call: (name: string, ...args: unknown[]) => unknown };

type Step = {
  does: "turn" | "confirm" | "prompt" | "list" | "forget" | "send" | "restart";
  user: string;
  args: Record<string, unknown>;
  /** The button beside the line that an earlier step has shown. */
  line?: { step: number; place: number };
};

const shownIn = (result: unknown, place: number) => {
  const line = Array.isArray(result) ? result[place] : null;
  return { id: String(line?.id), shown: String(line?.text) };
};

export const serve = async (steps: Step[]) => {
  let assistant = makeAssistant();
  const results: unknown[] = [];
  for (const { does, user, args, line } of steps) {
    host.call("begin");
    if (does === "restart") {
      assistant = makeAssistant();
      results.push(null);
      continue;
    }
    const pressed = line === undefined ? {} : shownIn(results[line.step], line.place);
    results.push(await assistant[does](user, { ...pressed, ...args } as never));
  }
  return results;
};
