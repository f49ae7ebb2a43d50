import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { Admit, Admitted } from "./admit.ts";
import { readReview, reviewVersion } from "./read-review.ts";

type AdmissionPlace = {
  readonly cert: string;
  readonly key: string;
  readonly host: string;
  readonly port: number;
  /** Nobody is stopped; what would stop somebody is a warning. */
  readonly warnOnly: boolean;
};

/** An object of 1.5 MB at most, as it is and as it was. */
const bytesMax = 4_000_000;
const atOnceMax = 64;
const requestMs = 5_000;

const send = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};

/** Null: more than what a cluster sends. */
const readBody = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bytesMax) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
};

/** Clusters cut longer warnings. */
const shorten = (text: string): string => text.trim().slice(0, 250);

const responseOf = (uid: string, { allowed, says }: Admitted, warnOnly: boolean) => {
  const passes = allowed || warnOnly;
  return {
    uid,
    allowed: passes,
    ...(passes
      ? says.length > 0 && { warnings: says.map(shorten) }
      : { status: { code: 403, message: says.map((line) => line.trim()).join("\n") } }),
  };
};

const gateOf = (path: string): string | null =>
  /^\/admit\/([a-z0-9._/-]{1,200})$/.exec(path)?.[1] ?? null;

/** The gate stands in the path, so one program serves all gates of a cluster. */
export const serveAdmission = async (admit: Admit, place: AdmissionPlace) => {
  let atOnce = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? "/", "https://localhost");
    if (request.method === "GET" && pathname === "/healthz") return send(response, 200, {});
    const gate = gateOf(pathname);
    if (gate === null) return send(response, 404, { says: "Ask under /admit/<gate>." });
    if (request.method !== "POST") return send(response, 405, { says: "Only POST is answered." });
    const body = await readBody(request);
    if (body === null) {
      response.setHeader("connection", "close");
      return send(response, 413, { says: `More than ${bytesMax} bytes.` });
    }
    const review = readReview(body);
    if (!review.ok) return send(response, 400, { says: review.error });
    const said = await admit(review.value, gate);
    const told = responseOf(review.value.uid, said, place.warnOnly);
    send(response, 200, { apiVersion: reviewVersion, kind: "AdmissionReview", response: told });
  };
  const server = createServer({ cert: place.cert, key: place.key, minVersion: "TLSv1.2" });
  server.requestTimeout = requestMs;
  server.headersTimeout = requestMs;
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (atOnce >= atOnceMax) return send(response, 503, { says: "Too many at once." });
    atOnce += 1;
    answer(request, response)
      // Whoever has hung up hears nothing; a fault of ours is no yes.
      .catch(() => (response.headersSent ? response.destroy() : send(response, 500, {})))
      .finally(() => {
        atOnce -= 1;
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(place.port, place.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : place.port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
