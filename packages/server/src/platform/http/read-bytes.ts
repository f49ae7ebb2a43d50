import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "./refusal.ts";

/** Reads at most `bytesMax`, so that nobody fills the memory with a body that never ends. */
export const readBytes = async (
  request: Request,
  bytesMax: number,
): Promise<Result<Buffer, Refusal>> => {
  const tooLarge = () =>
    refuse(
      "too-large",
      `The body is larger than the ${bytesMax.toLocaleString("en")} bytes allowed here.`,
    );
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) return tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > bytesMax) return tooLarge();
    parts.push(part);
  }
  return ok(Buffer.concat(parts));
};
