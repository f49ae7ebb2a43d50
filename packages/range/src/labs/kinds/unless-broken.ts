import { fail, ok, type Result } from "@checkride/rules/result";

export const brokenChecks = (on: string): string =>
  `The checks of this lab broke on ${on}: its fault, not yours.`;

/** An author's code meets what nobody thought of. What breaks there has judged nothing. */
export const unlessBroken = <T>(judge: () => T): Result<T, string> => {
  try {
    return ok(judge());
  } catch (error) {
    return fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
};
