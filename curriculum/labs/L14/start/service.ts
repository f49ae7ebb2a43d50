/** Read-only: one conversation. The model decides which tools are called with what; your code decides what happens. */
import { makeTools, type Session } from "./tools.ts";

type Step = { tool: string; args: Record<string, unknown>; reason: string };

export const serve = async (session: Session, steps: Step[]) => {
  const tools: Record<string, unknown> = makeTools(session);
  const results = [];
  for (const { tool, args, reason } of steps) {
    const call = Object.hasOwn(tools, tool) ? tools[tool] : null;
    results.push(
      typeof call === "function"
        ? await call(args, reason)
        : { ok: false, refused: "There is no such tool." },
    );
  }
  return results;
};
