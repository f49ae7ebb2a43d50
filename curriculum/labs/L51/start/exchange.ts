import { work } from "./agents.ts";
import type { Agent, Envelope } from "./rules.ts";
import { type LogEntry, log, now, post } from "./world.ts";

export const makeExchange = () => {
  let number = 0;

  return {
    /** An envelope has arrived at `me`, who works on it and passes on what comes of it. */
    deliver: (me: Exclude<Agent, "desk">, envelope: Envelope): LogEntry["outcome"] => {
      const { case: id, from, type, body } = envelope;
      for (const message of work[me]({ case: id, type, body })) {
        number += 1;
        post({ from: me, ...message, case: id, number, expires: now(), signature: "" });
      }
      log({ agent: me, case: id, from, type, number: envelope.number, outcome: "done" });
      return "done";
    },
  };
};
