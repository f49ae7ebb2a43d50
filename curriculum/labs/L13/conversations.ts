import { createHash } from "node:crypto";
import type { CheckCase, Claimed } from "@checkride/range/checks";
import {
  type Company,
  fieldsOf,
  type Meets,
  makeCompany,
  type Seen,
  type Value,
} from "./company.ts";

export type Call = {
  readonly team: string;
  readonly body: Value;
  readonly meets?: Meets;
  /** What should become of it. */
  readonly is: "answered" | "fallback" | "invalid" | "model" | "budget";
  /** What may leave of its messages. */
  readonly sends?: readonly string[];
};

const fallback = "The assistant is not available. Please try again later.";

export const says = (text: string, afterMs = 300): Meets => ({ how: "answers", text, afterMs });

const isReply = ({ is, meets }: Call, reply: Value | undefined): boolean => {
  const fields = fieldsOf(reply);
  if (is === "answered") {
    const text = meets?.how === "answers" ? meets.text : null;
    return fields.get("kind") === "answered" && fields.get("text") === text;
  }
  if (is === "fallback")
    return fields.get("kind") === "fallback" && fields.get("text") === fallback;
  return fields.get("kind") === "refused" && fields.get("because") === is;
};

const contentsOf = (messages: Value): readonly Value[] =>
  Array.isArray(messages) ? messages.map((one: Value) => fieldsOf(one).get("content") ?? null) : [];

/** Only to the address of the model that was named, once or twice, and with nothing but what may leave. */
const isSent = (company: Company, call: Call, at: number, seen: Seen): boolean => {
  const sent = seen.sent.filter((one) => one.call === at);
  if (call.is !== "answered" && call.is !== "fallback") return sent.length === 0;
  const provider = company.providers.get(String(fieldsOf(call.body).get("model")));
  return (
    sent.length > 0 &&
    sent.every(
      ({ url, model, messages }) =>
        url === provider?.url &&
        model === provider?.model &&
        (call.sends === undefined ||
          JSON.stringify(contentsOf(messages)) === JSON.stringify(call.sends)),
    )
  );
};

export const waitMsMax = 10_000;

type Also = (claimed: Claimed, seen: Seen) => boolean;

export const talk = (
  company: Company,
  calls: readonly Call[],
  also: Also = () => true,
): CheckCase => {
  const { seen, host } = makeCompany(
    company,
    calls.map(({ meets }) => meets ?? { how: "breaks" }),
  );
  return {
    args: [calls.map(({ team, body }) => ({ team, body }))],
    host,
    wants: (claimed) => {
      const { value } = claimed;
      return (
        Array.isArray(value) &&
        value.length === calls.length &&
        calls.every((call, at) => isReply(call, value[at]) && isSent(company, call, at, seen)) &&
        seen.followed.length === 0 &&
        seen.tookMs.every((tookMs) => tookMs <= waitMsMax) &&
        also(claimed, seen)
      );
    },
  };
};

const keys = ["seq", "at", "team", "model", "tokens", "redacted", "decision", "previous"] as const;

export const entriesOf = ({ hostCalls }: Claimed): readonly ReadonlyMap<string, Value>[] =>
  hostCalls.flatMap(({ name, args }) => (name === "log" ? [fieldsOf(args[0])] : []));

/** One entry for each call, each with the hash of itself and of the one before, at the time when it was written. */
export const isChained = (calls: readonly Call[], claimed: Claimed, seen: Seen): boolean => {
  const entries = entriesOf(claimed);
  let previous: Value = "";
  return (
    entries.length === calls.length &&
    entries.every((entry, at) => {
      const values = keys.map((key) => entry.get(key) ?? null);
      const hash = createHash("sha256").update(JSON.stringify(values)).digest("hex");
      const isRight =
        entry.get("previous") === previous &&
        entry.get("hash") === hash &&
        entry.get("seq") === at + 1 &&
        entry.get("at") === seen.at[at] &&
        entry.get("team") === calls[at]?.team &&
        entry.get("decision") === calls[at]?.is;
      previous = hash;
      return isRight;
    })
  );
};

export const hasOnlyItsFields = (claimed: Claimed): boolean =>
  entriesOf(claimed).every(
    (entry) => entry.size === keys.length + 1 && [...keys, "hash"].every((key) => entry.has(key)),
  );
