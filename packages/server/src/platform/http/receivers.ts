import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { readBytes } from "./read-bytes.ts";
import { problemResponse } from "./refusal.ts";
import { securityHeaders } from "./security-headers.ts";

/** An address to which another system posts, in its own form and signed in its own way. */
export type Receiver = {
  readonly path: string;
  readonly maxBytes: number;
  readonly receive: (
    body: Uint8Array,
    headers: Headers,
    params: Readonly<Record<string, string>>,
  ) => Promise<Response>;
};

export const addReceivers = (app: Hono, receivers: readonly Receiver[]): void => {
  for (const { path, maxBytes, receive } of receivers) {
    app.post(path, async (c) => {
      const body = await readBytes(c.req.raw, maxBytes);
      if (!body.ok) return securityHeaders(problemResponse(body.error, randomUUID()));
      return securityHeaders(await receive(body.value, c.req.raw.headers, c.req.param()));
    });
  }
};
