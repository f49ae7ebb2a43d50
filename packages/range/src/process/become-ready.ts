import { fail, ok, type Result } from "@checkride/rules/result";
import type { SandboxProcess } from "./sandbox-process.ts";

const readyWithinMs = 20_000;

/** What it gave up before it said that it is ready, or why it is not. */
export const becomeReady = async (sandbox: SandboxProcess): Promise<Result<string, string>> => {
  const late = setTimeout(() => sandbox.kill("it did not get ready in time"), readyWithinMs);
  const heard = await sandbox.hear();
  clearTimeout(late);
  if (heard.kind !== "frame") return fail(`a sandbox did not start (${heard.says})`);
  const says = Buffer.from(heard.frame.text).toString("utf8");
  if (heard.frame.status === "ready") return ok(says);
  sandbox.kill("it is not ready");
  return fail(`a sandbox did not start (${says})`);
};
