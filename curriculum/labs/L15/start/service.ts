/** Read-only: the service. The session comes from the sign-in; the arguments were written by the model. */
import { makeLibrary, type Session } from "./library.ts";

declare const host: { call: (name: string, ...args: unknown[]) => unknown };

type Step = {
  session: Session;
  does: "search" | "read" | "upload" | "approve";
  /** `uploadedIn` stands for the document of that step. */
  args: { uploadedIn?: number };
};

export const serve = async (steps: Step[]) => {
  const library = makeLibrary();
  const results: unknown[] = [];
  for (const { session, does, args } of steps) {
    host.call("begin");
    const given = args.uploadedIn === undefined ? args : { source: results[args.uploadedIn] };
    results.push(await library[does](session, given as never));
  }
  return results;
};
