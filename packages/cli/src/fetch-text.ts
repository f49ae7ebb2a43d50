import { fail, ok, type Result } from "@checkride/rules/result";
import type { Shell } from "./shell.ts";

type Bounds = { readonly signal: AbortSignal; readonly bytesMax: number };

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : "");

/** What stands at an address, up to a size: whoever answers decides neither how long nor how much. */
export const fetchText = async (
  shell: Shell,
  address: string,
  { signal, bytesMax }: Bounds,
): Promise<Result<string, string>> => {
  try {
    const answer = await shell.fetch(address, { signal, redirect: "error" });
    if (!answer.ok || !answer.body) return fail(`${address} answers ${answer.status}.`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body) {
      size += chunk.byteLength;
      if (size > bytesMax) return fail(`${address} sends more than ${bytesMax} bytes.`);
      chunks.push(chunk);
    }
    return ok(Buffer.concat(chunks).toString("utf8"));
  } catch (error) {
    return fail(`${address} does not answer: ${reasonOf(error)}`);
  }
};
