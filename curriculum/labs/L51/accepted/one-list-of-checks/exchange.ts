import { type Message, work } from "./agents.ts";
import * as rules from "./rules.ts";
import * as world from "./world.ts";

const SHAPE = { from: "string", to: "string", number: "number", expires: "number", case: "string", type: "string", body: "object" };
const KEYS = Object.keys(SHAPE);

const whole = (n: unknown, max: number) => typeof n === "number" && Number.isSafeInteger(n) && n > 0 && n <= max;
type Sent = Message & { from: string };

const right = (m: Sent) => rules.RIGHTS.find((one) => one.from === m.from && one.to === m.to && one.type === m.type);
const body = (m: Message) => {
  if (typeof m.body?.item !== "string" || !whole(m.body.quantity, rules.QUANTITY_MAX)) return false;
  return m.type === "pay" ? whole(m.body.amount, rules.AMOUNT_MAX) && [true, false].includes(m.body.checked) : true;
};
const text = (m: object) => {
  const parts = new Map<string, unknown>(Object.entries(m));
  return JSON.stringify(KEYS.map((key) => parts.get(key)));
};

const isEnvelope = (m: unknown): m is rules.Envelope => {
  if (m === null || typeof m !== "object") return false;
  const parts = new Map<string, unknown>(Object.entries(m));
  return Object.entries(SHAPE).every(([key, kind]) => typeof parts.get(key) === kind && parts.get(key) !== null);
};

export function makeExchange() {
  const memory: Record<string, number> = Object.create(null);
  const count = (key: string) => (memory[key] = (memory[key] ?? 0) + 1);

  function deliver(me: keyof typeof work, m: unknown) {
    let line: Omit<world.LogEntry, "outcome"> = { agent: me, case: null, from: null, type: null, number: null };
    const end = (outcome: world.LogEntry["outcome"]) => {
      world.log({ ...line, outcome });
      return outcome;
    };

    if (world.isStopped(me)) return end("stopped");

    if (!isEnvelope(m) || !world.verify(m.from, text(m), String(m.signature))) return end("refused");
    line = { agent: me, case: m.case, from: m.from, type: m.type, number: m.number };

    const last = `last ${me} ${m.from}`;
    const checks = [
      () => (memory[`faults ${me}`] ?? 0) < rules.FAULTS_MAX,
      () => m.to === me,
      () => right(m) !== undefined,
      () => body(m),
      () => m.expires > world.now(),
      () => whole(m.number, Number.MAX_SAFE_INTEGER) && m.number > (memory[last] ?? 0),
      () => count(`steps ${me} ${m.case}`) <= rules.CASE_STEPS_MAX,
    ];
    if (!checks.every((check) => check())) return end("refused");
    memory[last] = m.number;

    let out: Sent[];
    try {
      out = work[me](m).map((one) => ({ ...one, from: me }));
      if (out.some((one) => !right(one) || !body(one))) throw new Error("odd work");
    } catch {
      count(`faults ${me}`);
      return end("fault");
    }
    memory[`faults ${me}`] = 0;
    for (const { to, type, body, from } of out) {
      const expires = world.now() + rules.VALID_MS;
      const open = { from, to, number: count(`sent ${me}`), expires, case: m.case, type, body };
      world.post({ ...open, signature: world.sign(me, text(open)) });
    }
    return end("done");
  }

  return { deliver };
}
