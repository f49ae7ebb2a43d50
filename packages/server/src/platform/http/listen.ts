import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";

export type Listening = {
  readonly port: number;
  /** Takes no new request, lets the running ones end, and ends connections that stay silent. */
  readonly close: () => Promise<void>;
};

type Answer = (request: Request, env: unknown) => Response | Promise<Response>;

/** Enough for every request but an export that somebody reads slowly; a stop is not to wait for that. */
const graceMs = 2_000;

export const listen = (answer: Answer, host: string, port: number): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const listener = getRequestListener((request, env) => answer(request, env));
    const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
    server.once("error", reject);
    server.listen(port, host, () => {
      const address: AddressInfo | string | null = server.address();
      resolve({
        port: typeof address === "object" && address ? address.port : port,
        close: () =>
          new Promise((closed) => {
            const timer = setTimeout(() => server.closeAllConnections(), graceMs);
            server.close(() => {
              clearTimeout(timer);
              closed();
            });
            server.closeIdleConnections();
          }),
      });
    });
  });
