import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readStaticFiles, type StaticFiles, serveStatic } from "./static-files.ts";

describe("static files", () => {
  let folder: string;
  let files: StaticFiles;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "checkride-web-"));
    await mkdir(join(folder, "assets"));
    await writeFile(join(folder, "index.html"), "<p>the page</p>");
    await writeFile(join(folder, "assets", "app.js"), "run()");
    await writeFile(join(folder, "assets", "app.js.gz"), gzipSync("run()"));
    files = readStaticFiles(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const get = (path: string, headers: Record<string, string> = {}) =>
    serveStatic(files, new Request(`http://x${path}`, { headers }));

  it("gives hashed assets a year and the page none", () => {
    expect(get("/assets/app.js").headers.get("cache-control")).toContain("immutable");
    expect(get("/").headers.get("cache-control")).toBe("no-cache");
  });

  it("shows the one page under every address of a screen", async () => {
    expect(await get("/people/import").text()).toBe("<p>the page</p>");
  });

  it("says 404 for files that are not there, also outside of the folder", () => {
    expect(get("/assets/gone.js").status).toBe(404);
    expect(get("/../../etc/passwd.txt").status).toBe(404);
  });

  it("sends what the browser can unpack, and nothing when it has it already", () => {
    const packed = get("/assets/app.js", { "accept-encoding": "gzip" });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    const etag = packed.headers.get("etag") ?? "";
    expect(get("/assets/app.js", { "if-none-match": etag }).status).toBe(304);
  });

  it("carries the policy that forbids foreign and inline script", () => {
    const policy = get("/").headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});
