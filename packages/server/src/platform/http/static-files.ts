import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { securityHeaders } from "./security-headers.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".sha256": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const encodings = { br: ".br", gzip: ".gz" } as const;
type Coding = keyof typeof encodings;

type StaticFile = {
  readonly type: string;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly coded: Readonly<Partial<Record<Coding, Uint8Array<ArrayBuffer>>>>;
};

export type StaticFiles = ReadonlyMap<string, StaticFile>;

const readIf = (path: string): Uint8Array<ArrayBuffer> | undefined =>
  existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined;

/** A few hundred kilobytes, read once: pages are served from memory and no path of a request reaches the disk. */
export const readStaticFiles = (folder: string): StaticFiles => {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const plain = new Uint8Array(readFileSync(path));
    const coded: Partial<Record<Coding, Uint8Array<ArrayBuffer>>> = {};
    const br = readIf(`${path}.br`);
    const gzip = readIf(`${path}.gz`);
    if (br) coded.br = br;
    if (gzip) coded.gzip = gzip;
    const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
    files.set(`/${relative(folder, path)}`, { type, etag, plain, coded });
  }
  return files;
};

const codingFor = (request: Request, file: StaticFile): Coding | null => {
  const accepted = (request.headers.get("accept-encoding") ?? "").toLowerCase();
  if (file.coded.br && /\bbr\b/.test(accepted)) return "br";
  return file.coded.gzip && /\bgzip\b/.test(accepted) ? "gzip" : null;
};

const respond = (request: Request, path: string, file: StaticFile): Response => {
  const headers = new Headers({
    "content-type": file.type,
    etag: file.etag,
    vary: "accept-encoding",
    // Names under /assets carry a hash of their content.
    "cache-control": path.startsWith("/assets/")
      ? "public, max-age=31536000, immutable"
      : "no-cache",
  });
  if (request.headers.get("if-none-match") === file.etag) {
    return new Response(null, { status: 304, headers });
  }
  const coding = codingFor(request, file);
  if (coding) headers.set("content-encoding", coding);
  const content = (coding && file.coded[coding]) || file.plain;
  headers.set("content-length", String(content.byteLength));
  return new Response(request.method === "HEAD" ? null : content, { headers });
};

/** A file, or for any address of a screen the one page that shows all screens. */
export const serveStatic = (files: StaticFiles, request: Request): Response => {
  const path = new URL(request.url).pathname;
  const file = files.get(path);
  if (file) return securityHeaders(respond(request, path, file));
  const page = files.get("/index.html");
  if (page && !path.startsWith("/assets/") && extname(path) === "") {
    return securityHeaders(respond(request, path, page));
  }
  const says = files.size === 0 ? "The pages are not built yet: run npm run build." : "Not found.";
  return securityHeaders(
    new Response(says, { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } }),
  );
};
