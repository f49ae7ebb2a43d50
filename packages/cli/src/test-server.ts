import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { contract, type OperationName } from "@checkride/api/contract";
import type { Operation } from "@checkride/api/operation";
import { type ProblemCode, problems } from "@checkride/api/problems";

export type Received = {
  readonly name: OperationName;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly token: string | undefined;
  readonly repeatKey: string | undefined;
};

export type Reply =
  | { readonly answer: unknown }
  | { readonly stream: readonly (string | "cut")[] }
  | { readonly problem: ProblemCode; readonly detail?: string };

type Replies = Partial<Record<OperationName, (received: Received) => Reply>>;

export type TestServer = {
  readonly url: string;
  readonly received: readonly Received[];
  readonly close: () => Promise<void>;
};

const isName = (name: string): name is OperationName => Object.hasOwn(contract, name);

const matchName = (method: string, path: string) => {
  for (const name of Object.keys(contract)) {
    const [operationMethod, pattern = ""] = name.split(" ");
    const expression = new RegExp(`^${pattern.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    const match = operationMethod === method ? expression.exec(path) : null;
    if (match && isName(name)) return { name, params: { ...match.groups } };
  }
  return null;
};

/** What arrives must fit the contract, or the test has found a fault of the command line. */
const read = async (request: IncomingMessage): Promise<Received> => {
  const url = new URL(request.url ?? "/", "http://localhost");
  const matched = matchName(request.method ?? "GET", url.pathname);
  if (!matched) throw new Error(`${request.method} ${url.pathname} is no operation`);
  const operation: Operation = contract[matched.name];
  const sent = await text(request);
  const query = Object.fromEntries(url.searchParams);
  operation.query?.parse(query);
  operation.params?.parse(matched.params);
  const key = request.headers["idempotency-key"];
  return {
    ...matched,
    query,
    body: operation.body ? operation.body.parse(JSON.parse(sent)) : sent,
    token: request.headers.authorization,
    repeatKey: Array.isArray(key) ? key[0] : key,
  };
};

const problemOf = (code: ProblemCode, detail: string) => ({
  type: `/problems/${code}`,
  code,
  ...problems[code],
  detail,
});

/** A small real server on loopback that speaks the contract: what it is asked and what it answers must fit. */
export const startTestServer = async (replies: Replies): Promise<TestServer> => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    try {
      const asked = await read(request);
      received.push(asked);
      const reply = replies[asked.name]?.(asked) ?? { problem: "not-found" as const };
      if ("problem" in reply) {
        const problem = problemOf(reply.problem, reply.detail ?? "Told by the test.");
        response.writeHead(problem.status, { "content-type": "application/problem+json" });
        response.end(JSON.stringify(problem));
      } else if ("stream" in reply) {
        const operation: Operation = contract[asked.name];
        response.writeHead(200, { "content-type": operation.answerType ?? "text/plain" });
        for (const part of reply.stream) {
          if (part === "cut") response.destroy();
          else await new Promise((resolve) => response.write(part, resolve));
        }
        response.end();
      } else if (!("answer" in contract[asked.name])) {
        response.writeHead(204).end();
      } else {
        const operation: Operation = contract[asked.name];
        const answer = JSON.stringify(operation.answer?.parse(reply.answer));
        response.writeHead(200, { "content-type": "application/json" });
        response.end(answer);
      }
    } catch (error) {
      response.writeHead(500, { "content-type": "application/problem+json" });
      response.end(JSON.stringify(problemOf("server-fault", String(error))));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
