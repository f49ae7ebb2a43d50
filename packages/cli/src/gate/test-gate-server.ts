import { createServer, type ServerResponse } from "node:http";

export type GateReply = (response: ServerResponse, path: string) => void;

export type GateServer = {
  readonly url: string;
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
};

/** Something that answers in place of the server, whatever it says. */
export const startGateServer = async (reply: GateReply): Promise<GateServer> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    reply(response, request.url ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

export const sendJson = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
};
