import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Shell } from "../shell.ts";
import { startTestServer } from "../test-server.ts";
import { runLine } from "../test-shell.ts";

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride-import-"));
  file = join(folder, "people.csv");
  await writeFile(file, "email,name\nada@example.com,Ada\n");
});
afterAll(() => rm(folder, { recursive: true }));

const id = "0196f0a0-0000-7000-8000-000000000001";

const view = (parts: Readonly<Record<string, unknown>>) => ({
  id,
  state: "ready",
  createdAt: "2026-05-03T09:30:00.000Z",
  rows: 3,
  adds: 2,
  changes: 1,
  unchanged: 0,
  absent: 1,
  faults: [],
  faultCount: 0,
  sample: [
    { line: 2, does: "add", email: "ada@example.com", name: "Ada", changes: [] },
    { line: 3, does: "change", email: "lin@example.com", name: "Lin", changes: ["team"] },
  ],
  done: 0,
  linksDue: 0,
  failure: null,
  ...parts,
});

const importing = async (
  first: unknown,
  args: readonly string[],
  shell: Partial<Shell> = {},
  last: unknown = view({ state: "done", done: 3 }),
) => {
  const server = await startTestServer({
    "POST /api/people/imports": () => ({ answer: first }),
    "POST /api/people/imports/{import}/apply": () => ({ answer: view({ state: "running" }) }),
    "GET /api/people/imports/{import}": () => ({ answer: last }),
    "POST /api/people/imports/{import}/links": () => ({ stream: ["email,link\nada,http://l\n"] }),
  });
  const line = ["people", "import", file, "--server", server.url, ...args];
  const done = await runLine(line, shell);
  await server.close();
  return { ...done, asked: server.received.map(({ name }) => name) };
};

describe("people import", () => {
  it("shows what it would do and writes nothing where nobody can be asked", async () => {
    const { code, text, asked } = await importing(view({}), []);
    expect(code).toBe(0);
    expect(text).toContain("2 people to add, 1 to change");
    expect(text).toContain("~ lin@example.com  Lin  (team)");
    expect(text).toContain("--apply");
    expect(asked).toEqual(["POST /api/people/imports"]);
  });

  it("lists the faults with line and column and writes nothing, not even with --apply", async () => {
    const fault = { line: 7, column: "email", value: "ada@", says: "not an e-mail address" };
    const faulty = view({ state: "faulty", faults: [fault], faultCount: 3 });
    const { code, text, asked } = await importing(faulty, ["--apply"]);
    expect(code).toBe(1);
    expect(text).toContain('people.csv:7  fault  email: not an e-mail address ("ada@")');
    expect(text).toContain("and 2 more faults");
    expect(asked).toEqual(["POST /api/people/imports"]);
  });

  it("writes with --apply, waits until it is done and keeps the links for the owner alone", async () => {
    const links = join(folder, "links.csv");
    const { code, text } = await importing(view({}), ["--apply", "--links", links]);
    expect([code, text.split("\n")[0]]).toEqual([0, "Done: 2 people added, 1 changed."]);
    expect(await readFile(links, "utf8")).toBe("email,link\nada,http://l\n");
    expect((await stat(links)).mode & 0o777).toBe(0o600);
  });

  it("asks a person after showing them the preview, and takes only yes for yes", async () => {
    const no = await importing(view({}), [], { ask: async () => "" });
    expect(no.notes.join("\n")).toContain("2 people to add");
    expect(no.asked).toEqual(["POST /api/people/imports"]);
    const yes = await importing(view({}), [], { ask: async () => "y" });
    expect(yes.asked).toContain("POST /api/people/imports/{import}/apply");
  });

  it("says why an import failed", async () => {
    const failed = view({ state: "failed", failure: "the file changed" });
    const { code, outcome } = await importing(view({}), ["--apply"], {}, failed);
    expect(code).toBe(1);
    expect(outcome.complaint?.says).toContain("the file changed");
  });

  it("sends nothing when the file for the links exists", async () => {
    const { code, asked } = await importing(view({}), ["--apply", "--links", file]);
    expect([code, asked]).toEqual([2, []]);
  });
});
