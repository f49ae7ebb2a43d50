import { randomUUID } from "node:crypto";
import { contract } from "@checkride/api/contract";
import type { Hono } from "hono";
import { forEverybody, type PublicPage } from "./public-pages.ts";
import { addReceivers, type Receiver } from "./receivers.ts";
import { problemResponse, refuse } from "./refusal.ts";
import { securityHeaders } from "./security-headers.ts";
import { type StaticFiles, serveStatic } from "./static-files.ts";

export type PlainParts = {
  /** Sentences that say why not; empty: ready. */
  readonly notReady: () => Promise<readonly string[]>;
  readonly metrics: () => Promise<string>;
  readonly mayReadMetrics: (headers: Headers) => Promise<boolean>;
  readonly openApi: object;
  readonly policySchema: object;
  readonly problemPages: ReadonlyMap<string, string>;
  readonly publicPages: readonly PublicPage[];
  readonly receivers: readonly Receiver[];
  readonly files: StaticFiles;
};

const json = (value: unknown, status = 200): Response => Response.json(value, { status });

const html = (text: string): Response =>
  new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });

/** What is not an operation of the API: health, metrics, published schemas, pages. */
export const addPlainRoutes = (app: Hono, parts: PlainParts): void => {
  app.get("/healthz", () => json({ ok: true }));
  app.get("/readyz", async () => {
    const reasons = await parts.notReady();
    return json({ ready: reasons.length === 0, reasons }, reasons.length === 0 ? 200 : 503);
  });
  app.get("/metrics", async (c) =>
    (await parts.mayReadMetrics(c.req.raw.headers))
      ? new Response(await parts.metrics(), {
          headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" },
        })
      : new Response("Send an access token with the right metrics:read.\n", {
          status: 401,
          headers: { "www-authenticate": 'Bearer realm="checkride"' },
        }),
  );
  app.get("/api/openapi.json", () => json(parts.openApi));
  app.get("/schemas/policy.json", () => json(parts.policySchema));
  app.get("/problems/:code", (c) => {
    const page = parts.problemPages.get(c.req.param("code"));
    return page ? securityHeaders(html(page)) : serveStatic(parts.files, c.req.raw);
  });
  for (const { path, answer } of parts.publicPages) {
    app.get(path, async (c) => {
      const response = await answer(c.req.raw, c.req.param());
      return response
        ? securityHeaders(forEverybody(response))
        : serveStatic(parts.files, c.req.raw);
    });
  }
  addReceivers(app, parts.receivers);
  app.all("/api/*", (c) => securityHeaders(unknownAddress(c.req.path)));
  app.on(["GET", "HEAD"], "*", (c) => serveStatic(parts.files, c.req.raw));
};

const pathMatches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);

const unknownAddress = (path: string): Response => {
  const known = Object.keys(contract).some((name) => pathMatches(name.split(" ")[1] ?? "", path));
  const refusal = known
    ? refuse("method-not-allowed", `${path} exists, but not for this method.`)
    : refuse("not-found", "There is nothing here under this address.");
  return problemResponse(refusal.error, randomUUID());
};
