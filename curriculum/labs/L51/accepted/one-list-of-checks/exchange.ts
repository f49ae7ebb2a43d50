import { work } from "./agents.ts";
import * as rules from "./rules.ts";
import * as world from "./world.ts";

const SHAPE = { from: "string", to: "string", number: "number", expires: "number", case: "string", type: "string", body: "object" };
const KEYS = Object.keys(SHAPE);

const whole = (n: any, max: number) => Number.isSafeInteger(n) && n > 0 && n <= max;
const right = (m: any) => rules.RIGHTS.find((one) => one.from === m.from && one.to === m.to && one.type === m.type);
const body = (m: any) => {
  if (typeof m.body?.item !== "string" || !whole(m.body.quantity, rules.QUANTITY_MAX)) return false;
  return m.type === "pay" ? whole(m.body.amount, rules.AMOUNT_MAX) && [true, false].includes(m.body.checked) : true;
};
const text = (m: any) => JSON.stringify(KEYS.map((key) => m[key]));

export function makeExchange() {
  const memory: Record<string, number> = Object.create(null);
  const count = (key: string) => (memory[key] = (memory[key] ?? 0) + 1);

  function deliver(me: any, m: any) {
    const line: any = { agent: me, case: null, from: null, type: null, number: null };
    const end = (outcome: any) => {
      world.log({ ...line, outcome });
      return outcome;
    };

    if (world.isStopped(me)) return end("stopped");

    const isEnvelope =
      m !== null &&
      typeof m === "object" &&
      Object.entries(SHAPE).every(([key, kind]) => typeof m[key] === kind && m[key] !== null);
    if (!isEnvelope || !world.verify(m.from, text(m), String(m.signature))) return end("refused");
    for (const key of ["case", "from", "type", "number"]) line[key] = m[key];

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

    let out: any[];
    try {
      out = work[me as "intake"](m).map((one) => ({ ...one, from: me }));
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
