import { createHash, createHmac } from "node:crypto";
import type { CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import { sameJson } from "@checkride/rules/exercises/same-json";

type Host = NonNullable<CheckCase["host"]>;

type Stored = { readonly data: string; readonly signature: Json };

/** The partner, the secrets, the store and the log: what the pipeline did is read here. */
export type Company = {
  readonly signingKey: string;
  readonly token: string;
  readonly secrets: Map<string, string>;
  readonly pages: Map<string, string>;
  readonly store: Map<string, Stored>;
  readonly aside: Json[];
  readonly logged: string[];
  /** What the store answers when it does not work. */
  broken: string | null;
  ran: boolean;
  readonly host: Host;
};

export const drawCompany = (draw: Draw): Company => {
  const [signingKey, token] = [`sk-${draw.word(18)}`, `st-${draw.word(18)}`];
  const company: Company = {
    signingKey,
    token,
    secrets: new Map([
      ["signing-key", signingKey],
      ["store-token", token],
    ]),
    pages: new Map(),
    store: new Map(),
    aside: [],
    logged: [],
    broken: null,
    ran: false,
    host: (name, args) => ({ ok: true, value: answerOf(company, name, args) }),
  };
  return company;
};

const answerOf = (company: Company, name: string, args: readonly Json[]): Json => {
  const [first, second, third, fourth] = args;
  if (name === "fetch") return company.pages.get(String(first)) ?? "";
  if (name === "secret") return company.secrets.get(String(first)) ?? null;
  if (name === "put" || name === "get") {
    if (company.broken !== null) return company.broken;
    if (first !== company.token) return "401 unknown token";
  }
  if (name === "get") {
    const found = company.store.get(String(second));
    return found === undefined ? null : { ...found };
  }
  if (name === "put") {
    company.store.set(String(second), { data: String(third), signature: fourth ?? null });
    return "stored";
  }
  if (name === "set_aside" && Array.isArray(first)) company.aside.push(...first);
  if (name === "log") company.logged.push(String(first));
  if (name === "payload") company.ran = true;
  return null;
};

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export const signatureOf = ({ signingKey }: Company, name: string, data: Buffer): string =>
  createHmac("sha256", signingKey).update(`${name}\n`).update(data).digest("hex");

export type Call = { readonly do: string; readonly caller: Json; readonly given: Json };

export const publisher: Json = { name: "nightly job", roles: ["model-publisher"] };
export const reader: Json = { name: "staff page", roles: ["model-reader"] };

type Played = {
  readonly answers: readonly Json[] | ((value: readonly Json[]) => boolean);
  /** What the outside must look like afterwards. */
  readonly and?: (company: Company) => boolean;
};

/** Whatever else happens: no payload ran, and no secret was said where everybody reads. */
export const playing = (
  company: Company,
  calls: readonly Call[],
  { answers, and = () => true }: Played,
): CheckCase => ({
  args: [calls.map((call) => ({ ...call }))],
  wants: ({ value }: Claimed) => {
    if (!Array.isArray(value) || value.length !== calls.length || company.ran) return false;
    const said = [...company.logged, JSON.stringify(value), JSON.stringify(company.aside)].join(
      "\n",
    );
    if ([company.signingKey, company.token].some((one) => said.includes(one))) return false;
    // Silence is no way to keep a secret: each refusal is reported.
    const refusals = value.flatMap((one) =>
      sameJson(Object.keys(one ?? {}), ["refused"]) ? [one] : [],
    );
    const reports = company.logged.filter((text) => text.includes("Refused")).length;
    if (reports < refusals.length) return false;
    const isRight = typeof answers === "function" ? answers(value) : sameJson(value, answers);
    return isRight && and(company);
  },
  host: company.host,
});

export const refused = (word: string): Json => ({ refused: word });

export const isEmpty = ({ store }: Company): boolean => store.size === 0;
