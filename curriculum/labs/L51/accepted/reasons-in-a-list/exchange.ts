import { type Message, work } from "./agents.ts";
import { AMOUNT_MAX, CASE_STEPS_MAX, type Envelope, FAULTS_MAX, QUANTITY_MAX, RIGHTS, VALID_MS } from "./rules.ts";
import { isStopped, type LogEntry, log, now, post, sign, verify } from "./world.ts";

type Worker = "intake" | "pricing" | "payment";

/** What an agent keeps in mind; plain data, so that it could be stored. */
type Memory = { numbers: Record<string, number>; steps: Record<string, number>; faults: number; sent: number };

const fresh = (): Memory => ({ numbers: Object.create(null), steps: Object.create(null), faults: 0, sent: 0 });

const isObject = (value: unknown): value is Record<string, unknown> => value instanceof Object && !Array.isArray(value);

const between = (most: number) => (value: unknown) =>
  typeof value === "number" && value % 1 === 0 && value >= 1 && value <= most;

const text = (value: unknown): boolean => typeof value === "string";

const shapes: Record<string, Record<string, (value: unknown) => boolean>> = {
  order: { item: text, quantity: between(QUANTITY_MAX) },
  price: { item: text, quantity: between(QUANTITY_MAX) },
  unclear: { item: text, quantity: between(QUANTITY_MAX) },
  pay: {
    item: text,
    quantity: between(QUANTITY_MAX),
    amount: between(AMOUNT_MAX),
    checked: (value) => typeof value === "boolean",
  },
};

const envelopeShape = {
  from: text,
  to: text,
  case: text,
  type: text,
  signature: text,
  number: between(Number.MAX_SAFE_INTEGER),
  expires: between(Number.MAX_SAFE_INTEGER),
  body: isObject,
};

const has = (value: unknown, shape: Record<string, (value: unknown) => boolean> | undefined): boolean =>
  shape !== undefined && isObject(value) && Object.entries(shape).every(([key, fits]) => fits(value[key]));

const rights = new Set(RIGHTS.map(({ from, type, to }) => `${from} ${type} ${to}`));

const isSayable = (from: string, { to, type, body }: Message): boolean =>
  rights.has(`${from} ${type} ${to}`) && has(body, Object.hasOwn(shapes, type) ? shapes[type] : undefined);

const text2sign = (e: Omit<Envelope, "signature">): string =>
  JSON.stringify([e.from, e.to, e.number, e.expires, e.case, e.type, e.body]);

/** In this order; each is a reason to refuse. */
const reasons: ((me: Worker, memory: Memory, envelope: Envelope) => boolean)[] = [
  (_, { faults }) => faults >= FAULTS_MAX,
  (me, _, { to }) => to !== me,
  (_me, _, envelope) => !isSayable(envelope.from, envelope),
  (_me, { numbers }, { from, number }) => number <= (numbers[from] ?? 0),
  (_me, _, { expires }) => now() >= expires,
  (_me, { steps }, envelope) => (steps[envelope.case] ?? 0) >= CASE_STEPS_MAX,
];

const worked = (me: Worker, envelope: Envelope): Message[] | null => {
  try {
    const messages = work[me](envelope);
    return messages.every((one) => isSayable(me, one)) ? messages : null;
  } catch {
    return null;
  }
};

const handle = (me: Worker, memory: Memory, envelope: Envelope): LogEntry["outcome"] => {
  if (reasons.some((isReason) => isReason(me, memory, envelope))) return "refused";
  memory.numbers[envelope.from] = envelope.number;
  memory.steps[envelope.case] = (memory.steps[envelope.case] ?? 0) + 1;
  const messages = worked(me, envelope);
  if (messages === null) {
    memory.faults += 1;
    return "fault";
  }
  memory.faults = 0;
  for (const { to, type, body } of messages) {
    const number = ++memory.sent;
    const unsigned = { from: me, to, number, expires: now() + VALID_MS, case: envelope.case, type, body };
    post({ ...unsigned, signature: sign(me, text2sign(unsigned)) });
  }
  return "done";
};

export const makeExchange = () => {
  const memories: Record<Worker, Memory> = { intake: fresh(), pricing: fresh(), payment: fresh() };

  return {
    deliver: (me: Worker, envelope: unknown): LogEntry["outcome"] => {
      const blank = { agent: me, case: null, from: null, type: null, number: null };
      const isGenuine = (one: unknown): one is Envelope =>
        has(one, envelopeShape) && verify((one as Envelope).from, text2sign(one as Envelope), (one as Envelope).signature);

      if (isStopped(me)) {
        log({ ...blank, outcome: "stopped" });
        return "stopped";
      }
      if (!isGenuine(envelope)) {
        log({ ...blank, outcome: "refused" });
        return "refused";
      }
      const outcome = handle(me, memories[me], envelope);
      const { case: id, from, type, number } = envelope;
      log({ agent: me, case: id, from, type, number, outcome });
      return outcome;
    },
  };
};
