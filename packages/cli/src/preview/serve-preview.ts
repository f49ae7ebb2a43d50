import { watch } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { dirname } from "node:path";
import type { RunCode } from "@checkride/curriculum-reader/checks/check-code";
import { answerPreview } from "./answer-preview.ts";
import { pageExercises } from "./page-exercises.ts";
import { pageCss, pageHtml } from "./page-html.ts";
import { pageText } from "./page-text.ts";
import { exerciseIn, previewContent, shownSteps } from "./preview-content.ts";

export type Preview = { readonly url: string; readonly close: () => Promise<void> };

export type PreviewOf = {
  readonly folders: readonly string[];
  /** The lesson's file. */
  readonly path: string;
  readonly port: number;
  readonly runCode: RunCode;
};

/** One lesson on this machine alone, read anew at every request and shown anew when its folder changes. */
export const servePreview = async (of: PreviewOf): Promise<Preview> => {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOwnHost(request.headers.host)) return send(response, 403, "text/plain", "Not here.");
    if (request.url === "/events") return listen(response, listeners);
    await serve(of, request, response);
  };
  await new Promise<void>((ready, refuse) => {
    server.once("error", refuse);
    server.listen(of.port, "127.0.0.1", ready);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : of.port;
  const watcher = watchFolder(dirname(of.path), () => {
    for (const response of listeners) response.write("data: changed\n\n");
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      watcher.close();
      for (const response of listeners) response.end();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

/** Another site's name that leads to this machine must not read the lesson with its keys' reasons. */
const isOwnHost = (host = ""): boolean => /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host);

const serve = async (
  { folders, path, runCode }: PreviewOf,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  switch (`${request.method} ${request.url}`) {
    case "GET /":
      return send(response, 200, "text/html", pageHtml);
    case "GET /page.css":
      return send(response, 200, "text/css", pageCss);
    case "GET /page.js":
      return send(response, 200, "text/javascript", pageText + pageExercises);
    case "GET /lesson.json": {
      const { lesson, faults } = await previewContent(folders, path);
      const shown = lesson === null ? null : { ...lesson, steps: shownSteps(lesson.steps) };
      return sendJson(response, 200, { lesson: shown, faults });
    }
    case "POST /answer": {
      const { exercise: id = "", answer = null } = (await bodyOf(request)) ?? {};
      const { lesson } = await previewContent(folders, path);
      const exercise = exerciseIn(lesson?.steps ?? [], id);
      if (exercise === null) return sendJson(response, 404, { says: "This exercise is gone." });
      return sendJson(response, 200, await answerPreview(exercise, answer, runCode));
    }
    default:
      return send(response, 404, "text/plain", "Nothing here.");
  }
};

const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

const send = (response: ServerResponse, status: number, type: string, text: string): void => {
  response.writeHead(status, { ...headers, "content-type": `${type}; charset=utf-8` }).end(text);
};

const sendJson = (response: ServerResponse, status: number, data: unknown): void =>
  send(response, status, "application/json", JSON.stringify(data));

const listen = (response: ServerResponse, listeners: Set<ServerResponse>): void => {
  response.writeHead(200, { ...headers, "content-type": "text/event-stream" });
  response.write(": here\n\n");
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
};

const largestBody = 1024 * 1024;

/** Only JSON: what a form of another site can send is not read. */
const bodyOf = async (
  request: IncomingMessage,
): Promise<{ readonly exercise?: string; readonly answer?: unknown } | null> => {
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > largestBody) return null;
    chunks.push(bytes);
  }
  return parsed(Buffer.concat(chunks).toString("utf8"));
};

const parsed = (text: string): { readonly exercise?: string; readonly answer?: unknown } | null => {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== "object" || data === null || !("exercise" in data)) return null;
    const answer = "answer" in data ? data.answer : null;
    return { exercise: String(data.exercise), answer };
  } catch {
    return null;
  }
};

const settleMs = 80;

/** Editors write a file in several steps; one report for all of them. */
const watchFolder = (folder: string, onChange: () => void): { readonly close: () => void } => {
  let timer: NodeJS.Timeout | null = null;
  const watcher = watch(folder, () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(onChange, settleMs);
  });
  return {
    close: () => {
      if (timer !== null) clearTimeout(timer);
      watcher.close();
    },
  };
};
