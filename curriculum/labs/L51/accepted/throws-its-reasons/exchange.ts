import { work } from "./agents.ts";
import * as rules from "./rules.ts";
import type { Envelope } from "./rules.ts";
import * as world from "./world.ts";

type Worker = "intake" | "pricing" | "payment";
type Outcome = world.LogEntry["outcome"];

class Refused extends Error {}

function must(holds: boolean, why: string): asserts holds {
  if (!holds) throw new Refused(why);
}

const whole = (value: unknown, most: number): boolean =>
  Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= most;

const asEnvelope = (given: unknown): Envelope => {
  must(given !== null && typeof given === "object", "nothing");
  const fields = new Map<string, unknown>(Object.entries(given));
  for (const key of ["from", "to", "case", "type", "signature"]) must(typeof fields.get(key) === "string", key);
  for (const key of ["number", "expires"]) must(typeof fields.get(key) === "number", key);
  const body = fields.get("body");
  must(typeof body === "object" && body !== null && !Array.isArray(body), "body");
  return given as Envelope;
};

const signedText = (one: Omit<Envelope, "signature">): string =>
  JSON.stringify([one.from, one.to, one.number, one.expires, one.case, one.type, one.body]);

const mayBeSaid = (from: string, to: string, type: string): boolean =>
  rules.RIGHTS.filter((one) => one.from === from).some((one) => one.to === to && one.type === type);

const isBody = (type: string, { item, quantity, amount, checked }: Record<string, unknown>): boolean => {
  if (typeof item !== "string" || !whole(quantity, rules.QUANTITY_MAX)) return false;
  return type !== "pay" || (whole(amount, rules.AMOUNT_MAX) && (checked === true || checked === false));
};

class Desk {
  #me: Worker;
  #last = new Map<string, number>();
  #cases: string[] = [];
  #faults = 0;
  #posted = 0;

  constructor(me: Worker) {
    this.#me = me;
  }

  accept(envelope: Envelope): void {
    const { from, to, type, body, number, expires, case: id } = envelope;
    must(this.#faults < rules.FAULTS_MAX, "too many faults");
    must(to === this.#me && mayBeSaid(from, to, type), "not for us");
    must(isBody(type, body), "a wrong body");
    must(Number.isSafeInteger(number) && number > (this.#last.get(from) ?? 0), "an old number");
    must(expires > world.now(), "over");
    this.#last.set(from, number);
    must(this.#cases.filter((one) => one === id).length < rules.CASE_STEPS_MAX, "no end");
    this.#cases.push(id);
  }

  /** All or nothing: everything is looked at before anything is posted. */
  perform({ case: id, type, body }: Envelope): void {
    try {
      const messages = work[this.#me]({ case: id, type, body });
      const isWrong = messages.some((one) => !mayBeSaid(this.#me, one.to, one.type) || !isBody(one.type, one.body));
      if (isWrong) throw new Error("a message that may not be sent");
      this.#faults = 0;
      const expires = world.now() + rules.VALID_MS;
      for (const { to, type: says, body: what } of messages) {
        this.#posted += 1;
        const open = { from: this.#me, to, number: this.#posted, expires, case: id, type: says, body: what };
        world.post({ ...open, signature: world.sign(this.#me, signedText(open)) });
      }
    } catch (error) {
      this.#faults += 1;
      throw error;
    }
  }
}

export const makeExchange = () => {
  const desks = { intake: new Desk("intake"), pricing: new Desk("pricing"), payment: new Desk("payment") };

  const deliver = (me: Worker, given: unknown): Outcome => {
    let known: Envelope | null = null;
    const decide = (): Outcome => {
      if (world.isStopped(me)) return "stopped";
      try {
        const envelope = asEnvelope(given);
        must(world.verify(envelope.from, signedText(envelope), envelope.signature), "signature");
        known = envelope;
        desks[me].accept(envelope);
        desks[me].perform(envelope);
        return "done";
      } catch (error) {
        return error instanceof Refused ? "refused" : "fault";
      }
    };
    const outcome = decide();
    const { case: id, from, type, number } = known ?? { case: null, from: null, type: null, number: null };
    world.log({ agent: me, case: id, from, type, number, outcome });
    return outcome;
  };

  return { deliver };
};
