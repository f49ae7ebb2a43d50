/** Read-only: what the bank has written down, for whomever. */
export type Entry = {
  topic: string;
  text: string;
  /** For whom it was written: `public`, or some group of people in the bank. New groups come with every department. */
  audience: string;
};

declare const host: { call: (name: string, ...args: unknown[]) => unknown };

export const knowledge = () => host.call("knowledge") as Entry[];
