import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type TestReceiver = {
  readonly url: string;
  readonly port: number;
  readonly received: readonly Received[];
  /** The next message, or one that came and nobody asked for yet. */
  readonly next: () => Promise<Received>;
  readonly close: () => Promise<void>;
};

type Answering = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A receiver of webhooks on loopback; `answer` decides how well it behaves. */
export const openReceiver = async (
  answer: Answering = (_, response) => response.end("thanks"),
): Promise<TestReceiver> => {
  const received: Received[] = [];
  const waiting: ((one: Received) => void)[] = [];
  let asked = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const one = { path: request.url ?? "", headers, body: Buffer.concat(chunks).toString("utf8") };
    received.push(one);
    waiting.shift()?.(one);
    answer(request, response, received.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    received,
    next: () => {
      const known = received[asked++];
      return known ? Promise.resolve(known) : new Promise((resolve) => waiting.push(resolve));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
