import { type Message, work } from "./agents.ts";
import {
  AMOUNT_MAX,
  type Agent,
  CASE_STEPS_MAX,
  type Envelope,
  FAULTS_MAX,
  QUANTITY_MAX,
  RIGHTS,
  VALID_MS,
} from "./rules.ts";
import { isStopped, type LogEntry, log, now, post, sign, verify } from "./world.ts";

type Worker = Exclude<Agent, "desk">;
type Outcome = LogEntry["outcome"];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isWhole = (value: unknown, most: number): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most;

const isEnvelope = (value: unknown): value is Envelope =>
  isRecord(value) &&
  ["from", "to", "case", "type", "signature"].every((key) => typeof value[key] === "string") &&
  isWhole(value.number, Number.MAX_SAFE_INTEGER) &&
  isWhole(value.expires, Number.MAX_SAFE_INTEGER) &&
  isRecord(value.body);

/** Everything that could be changed on the way. */
const textOf = ({ from, to, number, expires, case: id, type, body }: Omit<Envelope, "signature">): string =>
  JSON.stringify([from, to, number, expires, id, type, body]);

const isAllowed = (from: string, { to, type, body }: Message): boolean =>
  RIGHTS.some((right) => right.from === from && right.type === type && right.to === to) &&
  typeof body.item === "string" &&
  isWhole(body.quantity, QUANTITY_MAX) &&
  (type !== "pay" || (isWhole(body.amount, AMOUNT_MAX) && typeof body.checked === "boolean"));

/** What one agent remembers of others and of itself. */
const makeDesk = (me: Worker) => {
  const lastOf = new Map<string, number>();
  const stepsOf = new Map<string, number>();
  let faults = 0;
  let number = 0;

  const isNew = ({ from, number, expires }: Envelope): boolean => {
    if (number <= (lastOf.get(from) ?? 0) || expires <= now()) return false;
    lastOf.set(from, number);
    return true;
  };

  const hasStep = (id: string): boolean => {
    const steps = (stepsOf.get(id) ?? 0) + 1;
    stepsOf.set(id, steps);
    return steps <= CASE_STEPS_MAX;
  };

  const seal = (id: string, { to, type, body }: Message): void => {
    number += 1;
    const open = { from: me, to, number, expires: now() + VALID_MS, case: id, type, body };
    post({ ...open, signature: sign(me, textOf(open)) });
  };

  const tryWork = (envelope: Envelope): Message[] | null => {
    try {
      const messages = work[me](envelope);
      return messages.every((message) => isAllowed(me, message)) ? messages : null;
    } catch {
      return null;
    }
  };

  return {
    /** Only for an envelope whose signature is right. */
    receive: (envelope: Envelope): Outcome => {
      if (faults >= FAULTS_MAX || !isAllowed(envelope.from, { ...envelope, to: me })) return "refused";
      if (!isNew(envelope) || !hasStep(envelope.case)) return "refused";
      const messages = tryWork(envelope);
      faults = messages === null ? faults + 1 : 0;
      for (const message of messages ?? []) seal(envelope.case, message);
      return messages === null ? "fault" : "done";
    },
  };
};

export const makeExchange = () => {
  const desks = { intake: makeDesk("intake"), pricing: makeDesk("pricing"), payment: makeDesk("payment") };

  return {
    deliver: (me: Worker, envelope: unknown): Outcome => {
      const written = (outcome: Outcome, known: Envelope | null): Outcome => {
        const { case: id = null, from = null, type = null, number = null } = known ?? {};
        log({ agent: me, case: id, from, type, number, outcome });
        return outcome;
      };
      if (isStopped(me)) return written("stopped", null);
      // Until the signature is right, nothing in it is known, not even the sender.
      if (!isEnvelope(envelope)) return written("refused", null);
      if (!verify(envelope.from, textOf(envelope), envelope.signature)) return written("refused", null);
      return written(desks[me].receive(envelope), envelope);
    },
  };
};
