import { randomUUID } from "node:crypto";
import { contract, type OperationName } from "@checkride/api/contract";
import type { Result } from "@checkride/rules/result";
import { Hono } from "hono";
import type { Log } from "../log.ts";
import { readCookies, writeCookie } from "./cookies.ts";
import { isDatabaseAway } from "./database-away.ts";
import { addPlainRoutes, type PlainParts } from "./plain-routes.ts";
import { problemResponse, type Refusal, refuse } from "./refusal.ts";
import type { Principal } from "./request-context.ts";
import type { Route } from "./route.ts";
import { securityHeaders } from "./security-headers.ts";
import { type ServeParts, serveOperation } from "./serve-operation.ts";

export type Caller = { readonly ip: string };

export type AppParts = ServeParts & {
  readonly routes: readonly Route[];
  readonly log: Log;
  readonly clock: () => Date;
  readonly publicUrl: string | null;
  readonly authenticate: (
    headers: Headers,
    cookies: ReadonlyMap<string, string>,
    now: Date,
  ) => Promise<Result<Principal | null, Refusal>>;
  readonly callerOf: (request: Request, env: unknown) => Caller;
  readonly plain: PlainParts;
  readonly onAnswer: (operation: string, status: number, seconds: number) => void;
};

/** `{gate}` may hold slashes, written out or escaped; every other parameter is one segment. */
const honoPath = (path: string): string =>
  path.replace(/\{(\w+)\}/g, (_, key: string) => (key === "gate" ? ":gate{.+}" : `:${key}`));

const faultOf = (error: unknown): Refusal =>
  isDatabaseAway(error)
    ? refuse("database-away", "The database does not answer at the moment. Nothing was lost.", {
        wayOut: "Try again in a few seconds.",
        retryAfterSeconds: 3,
      }).error
    : refuse("server-fault", "Something broke here. It is recorded under the request's number.")
        .error;

type Where = { readonly requestId: string; readonly operation: string };

/** An outage is no bug: where in our code it was noticed tells nobody anything. */
const answerFault = (log: Log, error: unknown, where: Where): Response => {
  if (isDatabaseAway(error)) log.warn(where, "the database is away; request refused");
  else log.error({ ...where, err: error }, "request failed");
  return problemResponse(faultOf(error), where.requestId);
};

/**
 * A deadlock or serialisation failure undid the whole transaction, and the request did nothing yet:
 * running it again is safe, and the person need not know.
 */
const mayRetry = (error: unknown): boolean =>
  error instanceof Error && "code" in error && ["40P01", "40001"].includes(String(error.code));

const serveRoute = async (
  parts: AppParts,
  route: Route,
  request: Request,
  params: Record<string, string>,
  caller: Caller,
  requestId: string,
): Promise<Response> => {
  const now = parts.clock();
  const cookies = readCookies(request.headers);
  const url = new URL(request.url);
  const origin = parts.publicUrl ? new URL(parts.publicUrl).origin : url.origin;
  const setCookies: string[] = [];
  const principal = await parts.authenticate(request.headers, cookies, now);
  const outcome = principal.ok
    ? await serveOperation(
        route,
        request,
        params,
        {
          requestId,
          now,
          principal: principal.value,
          ip: caller.ip,
          userAgent: request.headers.get("user-agent") ?? "",
          lastEventId: request.headers.get("last-event-id"),
          origin,
          cookies,
          setCookie: (name, value, maxAgeSeconds) =>
            void setCookies.push(writeCookie(name, value, maxAgeSeconds, origin)),
        },
        parts,
      )
    : principal;
  const response = outcome.ok ? outcome.value : problemResponse(outcome.error, requestId);
  for (const cookie of setCookies) response.headers.append("set-cookie", cookie);
  return response;
};

export const makeApp = (parts: AppParts): Hono => {
  const app = new Hono();
  const missing = new Set<string>(Object.keys(contract));
  for (const route of parts.routes) {
    const [method = "GET", path = "/"] = route.name.split(" ");
    if (!missing.delete(route.name)) throw new Error(`${route.name} is served twice`);
    app.on(method, honoPath(path), async (c) => {
      const started = performance.now();
      const requestId = randomUUID();
      const response = await guarded(parts, route.name, requestId, () =>
        serveRoute(
          parts,
          route,
          c.req.raw,
          c.req.param(),
          parts.callerOf(c.req.raw, c.env),
          requestId,
        ),
      );
      response.headers.set("x-request-id", requestId);
      parts.onAnswer(route.name, response.status, (performance.now() - started) / 1000);
      return securityHeaders(response);
    });
  }
  if (missing.size > 0) throw new Error(`not served: ${[...missing].join(", ")}`);
  addPlainRoutes(app, parts.plain);
  app.onError((error, c) => {
    const requestId = randomUUID();
    return securityHeaders(answerFault(parts.log, error, { requestId, operation: c.req.path }));
  });
  return app;
};

const guarded = async (
  parts: AppParts,
  name: OperationName,
  requestId: string,
  serve: () => Promise<Response>,
): Promise<Response> => {
  for (let attempt = 0; ; attempt++) {
    try {
      return await serve();
    } catch (error) {
      if (attempt === 0 && mayRetry(error)) continue;
      return answerFault(parts.log, error, { requestId, operation: name });
    }
  }
};
