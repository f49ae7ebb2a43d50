import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { becomeReady } from "./process/become-ready.ts";
import { noLayer } from "./process/layer.ts";
import { findEngine, sandboxCommand } from "./process/programs.ts";
import { startProcess } from "./process/sandbox-process.ts";
import { createRange, type Range } from "./run-cases.ts";
import { runSubmission } from "./run-submission.ts";
import type { Language, Run, Submission } from "./submission.ts";
import { buildTestProgram, type TestProgram } from "./test-program.ts";

let program: TestProgram;
let range: Range;
beforeAll(async () => {
  program = await buildTestProgram();
  range = createRange({ atOnce: 2, programFile: program.file });
});
afterAll(async () => {
  await range.close();
  await program.remove();
});

const run = async (
  language: Language,
  text: string,
  more: Partial<Submission> & Pick<Submission, "cases">,
): Promise<Run> => {
  const entry = language === "ts" ? "main.ts" : "main.py";
  const submission = { language, files: [{ path: entry, text }], entry, calls: "f", ...more };
  const answer = await range.runCases(submission);
  if (answer.outcome === "error") throw new Error(answer.says);
  return answer.run;
};

const returned = (value: unknown) => ({ status: "returned", value });
const programs = {
  ts: {
    double: "function f(a: number): number { return a * 2 }",
    nine: 'export const f = (a: number) => { if (a === 9) throw new Error("nine"); return a }',
    count: "let n = 0;\nexport const f = () => ++n;",
    print: 'console.log("loading");\nexport const f = (a: string) => { console.log(a); return 1 }',
    random: "export const f = () => [Math.random(), Date.now()]",
    loop: "export const f = (a: boolean) => { while (a); return a }",
    host: 'export const f = async (a: number) => await host.call("double", a)',
  },
  python: {
    double: "def f(a):\n  return a * 2",
    nine: "def f(a):\n  if a == 9:\n    raise ValueError('nine')\n  return a",
    count: "n = 0\ndef f():\n  global n\n  n += 1\n  return n",
    print: "print('loading')\ndef f(a):\n  print(a)\n  return 1",
    random: "import random, time\ndef f():\n  return [random.random(), time.time()]",
    loop: "def f(a):\n  while a: pass\n  return a",
    host: "def f(a):\n  return host.call('double', a)",
  },
} as const;

describe.each(["ts", "python"] as const)("a program in %s", (language) => {
  const texts = programs[language];

  it("is called with each case", async () => {
    const { claims, load } = await run(language, texts.double, {
      cases: [{ args: [1] }, { args: [4] }],
    });
    expect(load).toBeNull();
    expect(claims).toEqual([returned(2), returned(8)]);
  });

  it("says what it threw and where, and goes on with the next case", async () => {
    const { claims } = await run(language, texts.nine, { cases: [{ args: [9] }, { args: [1] }] });
    expect(claims[0]).toMatchObject({
      status: "threw",
      says: expect.stringMatching(/Error: nine \(line \d\)/),
    });
    expect(claims[1]).toEqual(returned(1));
  });

  it("keeps of a hidden case nothing but the value", async () => {
    const cases = [{ args: [9], hidden: true }, { args: [9] }];
    const { claims } = await run(language, texts.nine, { cases });
    expect(claims[0]).toEqual({ status: "threw", says: "It threw." });
  });

  it("keeps what is printed only where it is asked for and not hidden", async () => {
    const cases = [{ args: ["secret"], hidden: true }, { args: ["seen"] }];
    expect((await run(language, texts.print, { cases })).logs).toBe("");
    const { logs } = await run(language, texts.print, { cases, logs: true });
    expect(logs).toContain("seen");
    expect(logs).not.toContain("secret");
  });

  it("gives the same bytes for the same seed, and others for another", async () => {
    const once = (seed: number) => run(language, texts.random, { cases: [{ args: [] }], seed });
    const [a, b, c] = await Promise.all([once(1), once(1), once(2)]);
    expect(a.claims).toEqual(b.claims);
    expect(a.claims).not.toEqual(c.claims);
  });

  it("stops at the first case without end", async () => {
    const cases = [{ args: [false] }, { args: [true] }, { args: [false] }];
    const limits = { ticks: 300, cpuMs: 600 };
    const { claims, limitsHit } = await run(language, texts.loop, { cases, limits });
    expect(claims.map(({ status }) => status)).toEqual(["returned", "timeout", "not-run"]);
    expect(limitsHit).toHaveLength(1);
  });

  it("says why it does not load", async () => {
    const { claims, load } = await run(language, "(((", { cases: [{ args: [1], hidden: true }] });
    expect(load).toContain("SyntaxError");
    expect(claims[0]?.status).toBe("threw");
    const other = await run(language, "", { cases: [{ args: [1] }] });
    expect(other.load).toContain("There is no function named f");
  });

  it("calls the host, which keeps its own record", async () => {
    const host =
      () =>
      (_name: string, [a]: readonly unknown[]) => ({ ok: true as const, value: Number(a) * 2 });
    const { claims, hostCalls } = await run(language, texts.host, { cases: [{ args: [4] }], host });
    expect(claims).toEqual([returned(8)]);
    expect(hostCalls).toEqual([[{ name: "double", args: [4] }]]);
  });
});

describe("what runs before", () => {
  it("is nothing, in TypeScript: every case has a new machine", async () => {
    const { claims } = await run("ts", programs.ts.count, { cases: [{ args: [] }, { args: [] }] });
    expect(claims).toEqual([returned(1), returned(1)]);
  });

  it("is nothing either where a case made the machine's memory grow", async () => {
    const text = `const kept = []; let n = 0;
export const f = (mb) => {
  n += 1;
  for (let i = 0; i < mb; i++) kept.push(new Uint8Array(2 ** 20));
  return [n, kept.length - mb, globalThis.left ?? null, (globalThis.left = mb)];
};`;
    const sizes = [0, 8, 0, 8, 1];
    const { claims } = await run("ts", text, { cases: sizes.map((mb) => ({ args: [mb] })) });
    expect(claims).toEqual(sizes.map((mb) => returned([1, 0, null, mb])));
  });

  it("is the cases before in Python, unless a lab wants a new interpreter for each", async () => {
    const cases = [{ args: [] }, { args: [] }];
    const kept = await run("python", programs.python.count, { cases });
    expect(kept.claims).toEqual([returned(1), returned(2)]);
    const fresh = await run("python", programs.python.count, { cases, freshPerCase: true });
    expect(fresh.claims).toEqual([returned(1), returned(1)]);
  });
});

describe("asyncio in Python", () => {
  const text = `import asyncio
async def late(said, seconds):
    await asyncio.sleep(seconds)
    said.append(seconds)
async def f(a):
    said = []
    await asyncio.gather(*[late(said, s) for s in a])
    if not a: await asyncio.Event().wait()
    return said`;

  it("waits on a clock that only moves when everything waits", async () => {
    const cases = [{ args: [[3_000, 1, 200]] }, { args: [[]] }];
    const { claims } = await run("python", text, { cases });
    expect(claims[0]).toEqual(returned([1, 200, 3_000]));
    expect(claims[1]).toMatchObject({ says: expect.stringContaining("never happens") });
  });
});

describe("several files", () => {
  it("import each other in TypeScript", async () => {
    const files = [
      {
        path: "main.ts",
        text: 'import { twice } from "./lib/twice.ts";\nexport const f = (a: number) => twice(a);',
      },
      {
        path: "lib/twice.ts",
        text: 'import type { N } from "../types";\nexport const twice = (a: N) => a * 2;',
      },
      { path: "types.ts", text: "export type N = number;" },
    ];
    const { claims, load } = await run("ts", "", { files, cases: [{ args: [4] }] });
    expect(load).toBeNull();
    expect(claims).toEqual([returned(8)]);
  });

  it("import each other in Python", async () => {
    const files = [
      { path: "main.py", text: "from lib.twice import twice\ndef f(a):\n  return twice(a)" },
      { path: "lib/__init__.py", text: "" },
      { path: "lib/twice.py", text: "from .two import two\ndef twice(a):\n  return a * two" },
      { path: "lib/two.py", text: "two = 2" },
    ];
    const { claims, load } = await run("python", "", { files, cases: [{ args: [4] }] });
    expect(load).toBeNull();
    expect(claims).toEqual([returned(8)]);
  });
});

describe("the range", () => {
  const slow: Submission = {
    language: "ts",
    files: [{ path: "main.ts", text: programs.ts.loop }],
    entry: "main.ts",
    calls: "f",
    cases: [{ args: [true] }],
    limits: { ticks: 1_000_000, cpuMs: 60_000 },
  };

  it("tells how many come before, lets people take turns, and is full one day", async () => {
    const narrow = createRange({ atOnce: 1, waitingMax: 2, programFile: program.file });
    const away = new AbortController();
    const told: string[] = [];
    const options = (person: string) => ({
      person,
      signal: away.signal,
      onPosition: (before: number | null) => told.push(`${person} ${before}`),
    });
    const all = ["ada", "ada", "bob", "cleo"].map((who) => narrow.runCases(slow, options(who)));
    expect(await all[3]).toMatchObject({
      outcome: "error",
      says: expect.stringContaining("waiting"),
    });
    expect(told).toEqual(["ada 0", "bob 1"]);
    away.abort();
    const answers = await Promise.all(all.slice(0, 3));
    expect(answers.map(({ outcome }) => outcome)).toEqual(["error", "error", "error"]);
    await narrow.close();
  });

  it("says when it is the turn of what waited", async () => {
    const narrow = createRange({ atOnce: 1, programFile: program.file });
    const told: (number | null)[] = [];
    const quick = { ...slow, cases: [] };
    const all = [1, 2].map(() =>
      narrow.runCases(quick, { onPosition: (before) => told.push(before) }),
    );
    await Promise.all(all);
    expect(told).toEqual([0, null]);
    await narrow.close();
  });

  it("takes a process that somebody else ended for its own fault, never for a fail", async () => {
    const sandbox = startProcess(
      sandboxCommand("ts", await findEngine("ts"), noLayer, { programFile: program.file }),
    );
    await becomeReady(sandbox);
    const answer = runSubmission(sandbox, slow);
    process.kill(sandbox.pid, "SIGKILL");
    expect((await answer).outcome).toBe("error");
  });

  it("does not start a process for more than can be meant", async () => {
    const files = [{ path: "main.ts", text: "x".repeat(300_000) }];
    const { load, claims } = await run("ts", "", { files, cases: [{ args: [] }] });
    expect(load).toContain("256 KB");
    expect(claims.map(({ status }) => status)).toEqual(["not-run"]);
  });

  it("answers when it is closed", async () => {
    const closing = createRange({ atOnce: 1, programFile: program.file });
    await closing.close();
    expect((await closing.runCases(slow)).outcome).toBe("error");
  });
});
