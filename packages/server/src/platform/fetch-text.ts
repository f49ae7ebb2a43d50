import { fail, ok, type Result } from "@checkride/rules/result";

type FetchOrder = RequestInit & { readonly timeoutMs: number; readonly bytesMax: number };

const readAll = async (response: Response, bytesMax: number): Promise<string | null> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > bytesMax) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
};

const why = (error: unknown): string => {
  if (!(error instanceof Error)) return "did not answer";
  return error.name === "TimeoutError" ? "did not answer in time" : "did not answer as expected";
};

/** Text from another server: in so much time, of so much length, and from there, not from where it points. */
export const fetchText = async (
  url: string,
  { timeoutMs, bytesMax, ...init }: FetchOrder,
): Promise<Result<string, string>> => {
  const { host } = new URL(url);
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { ...init, redirect: "error", signal });
    if (!response.ok) {
      await response.body?.cancel();
      return fail(`${host} answered with status ${response.status}`);
    }
    const text = await readAll(response, bytesMax);
    return text === null ? fail(`${host} sent more than ${bytesMax} bytes`) : ok(text);
  } catch (error) {
    return fail(`${host} ${why(error)}`);
  }
};
