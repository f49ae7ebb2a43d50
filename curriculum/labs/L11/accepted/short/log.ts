import { now, writeLog } from "./world.ts";

export const logEvent = (account: string, outcome: string, tools: string[], chars: number) =>
  writeLog({ chars, tools, outcome, account, at: now() });
