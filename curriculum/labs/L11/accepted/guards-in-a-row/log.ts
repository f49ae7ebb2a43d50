import type { Reply } from "./types.ts";
import { now, writeLog } from "./world.ts";

/** What may be known of a question when it is over: nothing that somebody wrote. */
export type Event = {
  account: string;
  chars: number;
  tools: string[];
  reply: Reply;
};

export const logEvent = ({ account, chars, tools, reply }: Event): void => {
  writeLog({ at: now(), account, outcome: "html" in reply ? "answered" : reply.refused, tools, chars });
};
