import { contract } from "@checkride/api/contract";
import type { Operation } from "@checkride/api/operation";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../database.ts";
import type { Vault } from "../master-key.ts";
import { once, onceOutside, readRepeatKey } from "./idempotency.ts";
import { type RawInput, readInput } from "./read-input.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Principal, RequestContext } from "./request-context.ts";
import type { Route } from "./route.ts";
import { isBareProgram, isFromOurPages } from "./same-origin.ts";

export type ServeParts = { readonly db: Database; readonly vault: Vault };

/** Null: may go on. A masked operation gives who may not know the same answer as for what is not there. */
const refusedAccess = (operation: Operation, principal: Principal | null): Refusal | null => {
  const { access } = operation;
  if (access === "public") return null;
  if (!principal) {
    return refuse("not-signed-in", "Sign in, or send an access token, to do this.").error;
  }
  if (access === "signed-in" || principal.rights.has(access)) return null;
  return operation.masked
    ? refuse("not-found", "There is nothing here under this address.").error
    : refuse("not-permitted", `This needs the right ${access}, which your role does not have.`, {
        wayOut: "Ask an owner of your organisation.",
      }).error;
};

const changes = (method: string): boolean => method !== "GET" && method !== "HEAD";

const act = async (
  route: Route,
  operation: Operation,
  context: RequestContext,
  input: RawInput,
  parts: ServeParts,
  repeatHeader: string | null,
): Promise<Result<unknown, Refusal>> => {
  const run = () => route.handle(context, input);
  if (!operation.repeatable) return run();
  const repeat = readRepeatKey(repeatHeader, context.principal?.personId ?? "", route.name);
  if (!repeat.ok) return repeat;
  if (!repeat.value) return run();
  const runOnce = operation.ownTransaction ? onceOutside : once;
  return runOnce(context.db, parts.vault, context.now, repeat.value, input, run);
};

class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super("refused");
    this.refusal = refusal;
  }
}

/** One request, one transaction: a refusal undoes everything that was written on the way to it. */
const inTransaction = async (
  db: Database,
  run: (tx: Database) => Promise<Result<unknown, Refusal>>,
): Promise<Result<unknown, Refusal>> => {
  try {
    return await db.transaction().execute(async (tx) => {
      const answer = await run(tx);
      if (!answer.ok) throw new RolledBack(answer.error);
      return answer;
    });
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, error: error.refusal };
    throw error;
  }
};

const answerResponse = (operation: Operation, value: unknown): Response => {
  if (value instanceof Response) return value;
  if (!operation.answer) return new Response(null, { status: 204 });
  return Response.json(value, { headers: { "cache-control": "no-store" } });
};

type Read = ReturnType<typeof readInput>;

const inputs = new WeakMap<Request, Read>();

/**
 * A body can be read once, and a request that met a deadlock is run again. A copy of the request would not
 * do: its two bodies are one, and the refusal of a body without end waits for the copy to be refused too.
 */
const readOnce = (request: Request, read: () => Read): Read => {
  const known = inputs.get(request) ?? read();
  inputs.set(request, known);
  return known;
};

/** Authorise, parse, act, answer: the way of every request. */
export const serveOperation = async (
  route: Route,
  request: Request,
  params: Readonly<Record<string, string>>,
  base: Omit<RequestContext, "db" | "afterCommit">,
  parts: ServeParts,
): Promise<Result<Response, Refusal>> => {
  const operation: Operation = contract[route.name];
  const refused = refusedAccess(operation, base.principal);
  if (refused) return { ok: false, error: refused };
  const byProgram = base.principal?.via.kind === "token" || isBareProgram(request.headers);
  if (changes(request.method) && !byProgram && !isFromOurPages(request.headers, base.origin)) {
    return refuse("foreign-origin", "A change must come from this installation's own pages.", {
      wayOut: "From a program, use an access token in the Authorization header.",
    });
  }
  const input = await readOnce(request, () => readInput(request, operation, params));
  if (!input.ok) return input;
  const later: (() => void)[] = [];
  const repeatHeader = request.headers.get("idempotency-key");
  const runOn = (db: Database) => {
    const context = { ...base, db, afterCommit: (step: () => void) => void later.push(step) };
    return act(route, operation, context, input.value, parts, repeatHeader);
  };
  const answer =
    changes(request.method) && !operation.ownTransaction
      ? await inTransaction(parts.db, runOn)
      : await runOn(parts.db);
  if (!answer.ok) return answer;
  for (const step of later) step();
  return ok(answerResponse(operation, answer.value));
};
