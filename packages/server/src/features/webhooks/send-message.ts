import { lookup as lookupName } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { hostOf, type Reachable } from "./reachable.ts";
import { readRetryAfter } from "./retry-at.ts";

export type Sending = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly now: Date;
};

export type Sent = {
  /** Null: no answer came. */
  readonly status: number | null;
  readonly ms: number;
  readonly says: string;
  readonly excerpt: string;
  readonly retryAfterMs: number | null;
};

type Address = { readonly address: string; readonly family: number };
export type Resolve = (name: string) => Promise<readonly Address[]>;

export type SenderOptions = {
  readonly reachable: Reachable;
  readonly timeoutMs?: number;
  readonly resolve?: Resolve;
  readonly userAgent: string;
};

export type Sender = {
  readonly send: (sending: Sending) => Promise<Sent>;
  readonly close: () => void;
};

const excerptBytes = 1_024;
/** So much of an answer is read to its end, which lets the next message use the same connection. */
const readBytes = 65_536;
const answerWithinMs = 10_000;

const resolveAll: Resolve = (name) => lookupName(name, { all: true, verbatim: true });

class NotReachable extends Error {}

/** The addresses that were judged are the ones that are connected to: a second look-up might say another thing. */
const judgedLookup = (protocol: string, reachable: Reachable, resolve: Resolve): LookupFunction => {
  const judge = async (name: string): Promise<readonly [Address, ...Address[]]> => {
    const all = await resolve(name);
    const reasons = all.map(({ address }) => reachable.whyNot(address, protocol));
    const [first, ...rest] = all.filter((_, index) => reasons[index] === null);
    if (first === undefined) {
      throw new NotReachable(`${name} leads nowhere: ${reasons[0] ?? "it has no address"}.`);
    }
    return [first, ...rest];
  };
  return (name, options, done) => {
    judge(name).then(
      (found) =>
        options.all === true
          ? done(null, [...found])
          : done(null, found[0].address, found[0].family),
      (error: Error) => done(error, []),
    );
  };
};

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

const saysOf = (error: unknown, host: string, timeoutMs: number): string => {
  const code = codeOf(error);
  if (error instanceof NotReachable) return error.message;
  if (code === "ABORT_ERR" || (error instanceof Error && error.name === "TimeoutError")) {
    return `Did not answer within ${timeoutMs / 1_000} s.`;
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `${host} was not found.`;
  if (code === "ECONNREFUSED") return "Nobody listens there.";
  if (code === "ECONNRESET" || code === "EPIPE") return "Cut the connection.";
  if (code.startsWith("HPE_")) return "Answered something that is not HTTP.";
  if (/CERT|SSL|TLS|SELF_SIGNED|ERR_TLS/.test(code)) return `No safe connection: ${code}.`;
  return `Could not be reached${code === "" ? "" : `: ${code}`}.`;
};

/** What a text column takes and a page can show. */
const shown = (bytes: Buffer): string =>
  bytes.subarray(0, excerptBytes).toString("utf8").replaceAll("\0", "");

const readExcerpt = async (answer: http.IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of answer) {
      const bytes = Buffer.from(chunk);
      if (length < excerptBytes) chunks.push(bytes.subarray(0, excerptBytes - length));
      length += bytes.length;
      // Leaving the loop ends the connection.
      if (length > readBytes) break;
    }
  } catch {
    // The status is the answer; its text is only for the log.
  }
  return shown(Buffer.concat(chunks));
};

const answerSays = (status: number): string =>
  status >= 300 && status < 400
    ? `Answered ${status}: redirects are not followed, change the address instead.`
    : `Answered ${status}.`;

/**
 * Posts one message. Whatever the receiver does comes back as a value: it cannot make the sender wait longer than
 * the limit, read more than it wants or go where it must not.
 */
export const makeSender = (options: SenderOptions): Sender => {
  const { reachable, timeoutMs = answerWithinMs, resolve = resolveAll, userAgent } = options;
  const agents = {
    "http:": new http.Agent({ keepAlive: true }),
    "https:": new https.Agent({ keepAlive: true }),
  };
  const post = (url: URL, { headers, body }: Sending, signal: AbortSignal, isAgain = false) =>
    new Promise<http.IncomingMessage>((answered, failed) => {
      const secure = url.protocol === "https:";
      const request = (secure ? https : http).request(url, {
        method: "POST",
        agent: !isAgain && agents[secure ? "https:" : "http:"],
        lookup: judgedLookup(url.protocol, reachable, resolve),
        signal,
        headers: {
          ...headers,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "user-agent": userAgent,
        },
      });
      request.on("response", answered);
      request.on("error", (error) => failed(request.reusedSocket ? new StaleSocket(error) : error));
      request.end(body);
    });
  const attempt = async (sending: Sending, signal: AbortSignal) => {
    const url = new URL(sending.url);
    const host = hostOf(url);
    // A literal address is connected to without being looked up.
    const whyNot = isIP(host) === 0 ? null : reachable.whyNot(host, url.protocol);
    if (whyNot !== null) throw new NotReachable(`${whyNot}.`);
    try {
      return await post(url, sending, signal);
    } catch (error) {
      if (!(error instanceof StaleSocket)) throw error;
      if (codeOf(error.cause) !== "ECONNRESET") throw error.cause;
      // The receiver had closed a connection that we kept; this one is new.
      return post(url, sending, signal, true);
    }
  };
  return {
    send: async (sending) => {
      const began = performance.now();
      const spent = () => Math.round(performance.now() - began);
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const answer = await attempt(sending, signal);
        const status = answer.statusCode ?? 0;
        const retryAfterMs = readRetryAfter(answer.headers["retry-after"], sending.now);
        const excerpt = await readExcerpt(answer);
        return { status, ms: spent(), says: answerSays(status), excerpt, retryAfterMs };
      } catch (error) {
        const says = saysOf(error, hostOf(new URL(sending.url)), timeoutMs);
        return { status: null, ms: spent(), says, excerpt: "", retryAfterMs: null };
      }
    },
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
};

class StaleSocket extends Error {
  constructor(cause: Error) {
    super("a kept connection was closed", { cause });
  }
}
