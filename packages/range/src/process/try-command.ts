import type { Result } from "@checkride/rules/result";
import { becomeReady } from "./become-ready.ts";
import { type Command, startProcess } from "./sandbox-process.ts";

/** The proof is a process that got ready. */
export const tryCommand = async (command: Command): Promise<Result<string, string>> => {
  const sandbox = startProcess(command);
  const tried = await becomeReady(sandbox);
  sandbox.kill("tried");
  await sandbox.ended;
  return tried;
};
