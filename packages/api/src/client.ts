import type { z } from "zod";
import type { Contract, OperationName } from "./contract.ts";
import type { Problem } from "./problems.ts";

type In<O, K extends string> = O extends { readonly [P in K]: z.ZodType } ? z.input<O[K]> : never;
type Part<O, K extends string> =
  In<O, K> extends never
    ? unknown
    : Partial<In<O, K>> extends In<O, K>
      ? { readonly [P in K]?: In<O, K> }
      : { readonly [P in K]: In<O, K> };

type BodyPart<O> = O extends { readonly bodyText: { readonly type: infer T } }
  ? // A type travels with the text, because no contract does: CSV needs none.
    T extends "text/csv"
    ? { readonly body: string }
    : { readonly body: string; readonly contentType: T }
  : O extends { readonly body: z.ZodType }
    ? { readonly body: z.input<O["body"]> }
    : unknown;

export type Ask<N extends OperationName> = Part<Contract[N], "params"> &
  Part<Contract[N], "query"> &
  BodyPart<Contract[N]> & {
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

export type Answer<N extends OperationName> = Contract[N] extends { readonly answer: infer A }
  ? A extends z.ZodType
    ? z.output<A>
    : never
  : Contract[N] extends { readonly answerType: string }
    ? Response
    : undefined;

export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export type Client = <N extends OperationName>(
  name: N,
  ask: Ask<N>,
) => Promise<Answered<Answer<N>>>;

export type ClientOptions = {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly headers?: Readonly<Record<string, string>>;
};

type LooseAsk = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
};

export const urlOf = (path: string, ask: LooseAsk): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(String(ask.params?.[key])),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(ask.query ?? {})) {
    if (value !== undefined && value !== null) search.set(key, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
};

const notReached = (says: string): Problem => ({
  type: "about:blank",
  code: "database-away",
  title: "Checkride does not answer",
  status: 0,
  detail: says,
  wayOut: "Check the address and that the server runs, then try again.",
});

const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" && value !== null && "code" in value && "detail" in value;

const readProblem = async (response: Response): Promise<Problem> => {
  const body: unknown = await response.json().catch(() => null);
  return isProblem(body)
    ? body
    : notReached(`The server answered ${response.status} without saying why.`);
};

const requestOf = (method: string, ask: LooseAsk, headers: Headers): RequestInit => {
  const init: RequestInit = { method, headers };
  if (ask.signal) init.signal = ask.signal;
  if (ask.idempotencyKey) headers.set("idempotency-key", ask.idempotencyKey);
  if (typeof ask.body === "string") {
    headers.set("content-type", ask.contentType ?? "text/csv");
    init.body = ask.body;
  } else if (ask.body !== undefined) {
    headers.set("content-type", "application/json");
    init.body = JSON.stringify(ask.body);
  }
  return init;
};

/** The shape of an answer is the server's promise, held by its own tests: no schema travels to the browser. */
const isAnswer = <T>(_value: unknown): _value is T => true;

const readAnswer = async (response: Response): Promise<unknown> => {
  if (response.status === 204) return undefined;
  const type = response.headers.get("content-type") ?? "";
  return type.startsWith("application/json") ? await response.json() : response;
};

/** The one client of the API, for the browser and the command line. */
export const createClient =
  (options: ClientOptions): Client =>
  async <N extends OperationName>(name: N, ask: Ask<N>): Promise<Answered<Answer<N>>> => {
    const loose: LooseAsk = ask;
    const [method = "GET", path = "/"] = name.split(" ");
    try {
      const url = `${options.baseUrl}${urlOf(path, loose)}`;
      const init = requestOf(method, loose, new Headers(options.headers));
      const response = await options.fetch(url, init);
      if (!response.ok) return { ok: false, problem: await readProblem(response) };
      const value = await readAnswer(response);
      return isAnswer<Answer<N>>(value)
        ? { ok: true, value }
        : { ok: false, problem: notReached("The answer could not be read.") };
    } catch (error) {
      if (loose.signal?.aborted) throw error;
      return { ok: false, problem: notReached(error instanceof Error ? error.message : "") };
    }
  };
