import { createHmac } from "node:crypto";
import type { CheckCase, Claimed } from "@checkride/range/checks";

export type Value = Claimed["value"];
export type Fields = { readonly [key: string]: Value };
type Host = NonNullable<CheckCase["host"]>;

export type Outcome = "done" | "refused" | "fault" | "stopped";

/** What is brought to whom, and what should become of it. */
export type Brought = {
  readonly to: string;
  readonly envelope: (world: World) => Value;
  readonly expect: Outcome;
  /** So long after the one before. */
  readonly laterMs?: number;
};

export type Script = {
  readonly mark: string;
  readonly brought: readonly Brought[];
  /** What somebody on the way makes of an envelope. Without it, it arrives. */
  readonly onPost?: (envelope: Fields, world: World) => readonly Brought[];
  /** Who is stopped from this delivery on. */
  readonly stops?: { readonly from: number; readonly agents: readonly string[] };
  /** Cents, or what the price list says instead. */
  readonly priceOf?: (item: string, quantity: number) => Value | "throws";
};

export type World = {
  now: number;
  readonly posted: Fields[];
  readonly paid: Value[];
  readonly logged: Fields[];
  readonly wanted: Outcome[];
  /** To whom each envelope was brought. */
  readonly receivers: string[];
  readonly seal: (from: string, fields: Fields) => Fields;
};

export const fieldsOf = (value: Value | undefined): Fields =>
  Object.fromEntries(Object.entries(value ?? {}));

const agents = ["desk", "intake", "pricing", "payment"];
const order = ["from", "to", "number", "expires", "case", "type", "body"];

const signatureOf = (mark: string, agent: string, text: string): string =>
  createHmac("sha256", `${mark} ${agent}`).update(text).digest("base64url").slice(0, 22);

export const usualPrice = (quantity: number): number => quantity * 120;

/** As it was posted, to whom it is addressed. */
export const arrives = (envelope: Fields, expect: Outcome = "done"): Brought => ({
  to: String(envelope["to"]),
  envelope: () => envelope,
  expect,
});

const makeWorld = (mark: string): World => ({
  now: 1_790_000_000_000,
  posted: [],
  paid: [],
  logged: [],
  wanted: [],
  receivers: [],
  seal: (from, fields) => {
    const open: Fields = { from, ...fields };
    const text = JSON.stringify(order.map((key) => open[key] ?? null));
    return { ...open, signature: signatureOf(mark, from, text) };
  },
});

export const makePost = (script: Script): { readonly world: World; readonly host: Host } => {
  const { mark, onPost = (envelope) => [arrives(envelope)], stops, priceOf } = script;
  const world = makeWorld(mark);
  let coming = [...script.brought];

  const next = (): Value => {
    const [first, ...others] = coming;
    // A loop that nobody ends is ended here.
    if (first === undefined || world.wanted.length >= 60) return null;
    coming = others;
    world.now += first.laterMs ?? 1_000;
    world.wanted.push(first.expect);
    world.receivers.push(first.to);
    return { to: first.to, envelope: first.envelope(world) };
  };

  const isStopped = (agent: Value | undefined): boolean =>
    stops !== undefined && world.wanted.length > stops.from && stops.agents.includes(String(agent));

  const answer = (name: string, [first, second, third]: readonly Value[]): Value => {
    switch (name) {
      case "next":
        return next();
      case "now":
        return world.now;
      case "sign":
        return first === world.receivers.at(-1)
          ? signatureOf(mark, String(first), String(second))
          : "";
      case "verify":
        return (
          agents.includes(String(first)) &&
          third === signatureOf(mark, String(first), String(second))
        );
      case "isStopped":
        return isStopped(first);
      case "post":
        world.posted.push(fieldsOf(first));
        coming = [...coming, ...onPost(fieldsOf(first), world)];
        return null;
      case "pay":
        world.paid.push([first ?? null, second ?? null]);
        return null;
      default:
        world.logged.push(fieldsOf(first));
        return null;
    }
  };

  const host: Host = (name, args) => {
    if (name !== "priceOf") return { ok: true, value: answer(name, args) };
    const price = (priceOf ?? ((_, quantity) => usualPrice(quantity)))(
      String(args[0]),
      Number(args[1]),
    );
    return price === "throws"
      ? { ok: false, error: "The price list is closed." }
      : { ok: true, value: price };
  };
  return { world, host };
};
