import { fail } from "@checkride/rules/result";

/** Why Checkride did not start: a sentence for a person and the way out of it. */
export type StartFault = { readonly sentence: string; readonly remedy: string };

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

export const explainListenError = (error: unknown, host: string, port: number) => {
  const code = codeOf(error);
  if (code === "EADDRINUSE") {
    return fail({
      sentence: `Port ${port} on ${host} is taken by another program, perhaps another Checkride.`,
      remedy: `Stop that program, or start on another port: PORT=${port + 1} npm start`,
    });
  }
  if (code === "EACCES") {
    return fail({
      sentence: `This account may not listen on port ${port}.`,
      remedy: "Take a port above 1023 with PORT=…, and put a proxy in front of it.",
    });
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return fail({
      sentence: `This machine has no address ${host}.`,
      remedy: "Set CHECKRIDE_HOST to 127.0.0.1, 0.0.0.0 or an address of this machine.",
    });
  }
  throw error;
};
