import type { CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";

export type Value = Claimed["value"];
type Host = NonNullable<CheckCase["host"]>;

export type Provider = {
  readonly url: string;
  readonly model: string;
  readonly teams: readonly string[];
};

/** How a provider meets one call. */
export type Meets =
  | { readonly how: "answers"; readonly text: string; readonly afterMs: number }
  | { readonly how: "says"; readonly status: number; readonly body: string }
  | { readonly how: "redirects"; readonly to: string }
  | { readonly how: "hangs" }
  | { readonly how: "breaks" };

export type Company = {
  readonly providers: ReadonlyMap<string, Provider>;
  readonly budgets: ReadonlyMap<string, number>;
  readonly team: string;
  readonly other: string;
  /** A model of everybody, and one of the other team only. */
  readonly shared: string;
  readonly foreign: string;
};

export const drawCompany = (draw: Draw): Company => {
  const [team, other, shared, foreign] = [
    draw.word(5),
    draw.word(6),
    `shop-${draw.word(4)}`,
    draw.word(8),
  ];
  const provider = (teams: readonly string[]): Provider => ({
    url: `https://${draw.word(6)}.model.example/v${draw.whole(1, 4)}/chat`,
    model: `${draw.word(5)}@2026-0${draw.whole(1, 9)}`,
    teams,
  });
  return {
    providers: new Map([
      [shared, provider([other, team])],
      [foreign, provider([other])],
    ]),
    budgets: new Map([team, other].map((name) => [name, 1_000_000])),
    team,
    other,
    shared,
    foreign,
  };
};

export type Sent = {
  readonly call: number;
  readonly url: Value;
  readonly model: Value;
  readonly messages: Value;
};

/** What can be seen from outside: every address that was asked, and the time that each call took. */
export type Seen = {
  readonly sent: Sent[];
  readonly followed: string[];
  readonly tookMs: number[];
  readonly at: Value[];
};

const connectionMs = 120_000;

export const fieldsOf = (value: Value | undefined): ReadonlyMap<string, Value> =>
  new Map(Object.entries(value ?? {}));

type Outcome = {
  readonly lastsMs: number;
  readonly answer: { readonly status: number; readonly body: string } | null;
};

const broken = { status: 502, body: "bad gateway" };

const outcomeOf = (meets: Meets, follows: boolean): Outcome => {
  switch (meets.how) {
    case "answers":
      return {
        lastsMs: meets.afterMs,
        answer: { status: 200, body: JSON.stringify({ text: meets.text }) },
      };
    case "says":
      return { lastsMs: 40, answer: { status: meets.status, body: meets.body } };
    case "redirects":
      return {
        lastsMs: 60,
        answer: follows ? { status: 200, body: '{"text":"from elsewhere"}' } : null,
      };
    case "hangs":
      return { lastsMs: connectionMs, answer: broken };
    case "breaks":
      return { lastsMs: 20, answer: null };
  }
};

export const makeCompany = (
  { providers, budgets }: Company,
  meetings: readonly Meets[],
): { readonly seen: Seen; readonly host: Host } => {
  const seen: Seen = { sent: [], followed: [], tookMs: [], at: [] };
  let now = 1_790_000_000_000;

  const send = (request: Value | undefined): ReturnType<Host> => {
    const fields = fieldsOf(request);
    const call = seen.tookMs.length - 1;
    const [url = null, model = null, messages = null] = ["url", "model", "messages"].map((key) =>
      fields.get(key),
    );
    seen.sent.push({ call, url, model, messages });
    const meets = meetings[call] ?? { how: "breaks" };
    const follows = fields.get("redirect") !== "error";
    if (meets.how === "redirects" && follows) seen.followed.push(meets.to);
    const { lastsMs, answer } = outcomeOf(meets, follows);
    const timeoutMs = fields.get("timeoutMs");
    const waits = typeof timeoutMs === "number" && timeoutMs >= 0 ? timeoutMs : connectionMs;
    const tookMs = Math.min(lastsMs, waits);
    now += tookMs;
    seen.tookMs[call] = (seen.tookMs[call] ?? 0) + tookMs;
    if (answer === null || lastsMs > waits) {
      return {
        ok: false,
        error: `No answer from ${String(url)} to ${JSON.stringify(messages).slice(0, 200)}`,
      };
    }
    return { ok: true, value: { ...answer } };
  };

  const host: Host = (name, [given]) => {
    switch (name) {
      case "begin":
        seen.tookMs.push(0);
        now += 1_000;
        return { ok: true, value: null };
      case "providers":
        return {
          ok: true,
          value: Object.fromEntries([...providers].map(([key, one]) => [key, { ...one }])),
        };
      case "budgetOf":
        return { ok: true, value: budgets.get(String(given)) ?? 0 };
      case "now":
        return { ok: true, value: now };
      case "log":
        seen.at.push(now);
        return { ok: true, value: null };
      default:
        return send(given);
    }
  };
  return { seen, host };
};
