import type { Case, Kit, Term } from "@checkride/curriculum-reader/curriculum";
import type { Rich } from "@checkride/rules/prose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Content } from "../../platform/content.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";

const line = (text: string): Rich => [{ kind: "text", text }];

const term = (id: string, says: string): Term => ({ id, term: id, says: line(says), see: [] });

const aCase = (id: string, parts: Partial<Case>): Case => ({
  id,
  title: `Case ${id}`,
  organisation: "Somebody",
  happened: "2023-04",
  sector: "electronics",
  risks: ["LLM02:2026"],
  modules: ["m01"],
  labs: ["L26"],
  sources: [],
  sections: [{ title: "What happened", prose: [] }],
  question: {
    id: "q",
    ask: line("Why?"),
    exhibit: null,
    close: null,
    kind: "choose",
    many: false,
    options: [
      { text: line("Chance"), right: false, why: line("secret: no") },
      { text: line("Habit"), right: true, why: line("secret: yes") },
    ],
    because: null,
  },
  version: "1",
  ...parts,
});

const kit: Kit = {
  id: "kit-1",
  title: "Tab",
  month: 1,
  minutes: 30,
  labs: ["L27"],
  cases: ["chip"],
  sections: [{ title: "Core", prose: [] }],
  version: "1",
};

const withWords = (shipped: Content): Content => ({
  ...shipped,
  terms: new Map([
    ["extraction", term("extraction", "Getting out what went in.")],
    ["canary", term("canary", "A planted value.")],
  ]),
  cases: new Map([
    ["chip", aCase("chip", {})],
    ["air", aCase("air", { happened: "2024", sector: "aviation", risks: ["LLM09:2026"] })],
  ]),
  kits: new Map([["kit-1", kit]]),
});

let app: TestApp;
let me: TestPerson;
beforeAll(async () => {
  app = await createTestApp({}, withWords);
  me = await app.signIn("learner");
});
afterAll(() => app.close());

const casesWith = async (query: Readonly<Record<string, string>>) => {
  const answer = await me.client("GET /api/cases", { query });
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value;
};

describe("the glossary", () => {
  it("lists words in their order, or those that hold what is searched", async () => {
    const idsOf = async (search?: string) => {
      const answer = await me.client("GET /api/glossary", { query: search ? { search } : {} });
      return answer.ok ? answer.value.terms.map(({ id }) => id) : null;
    };
    expect(await idsOf()).toEqual(["canary", "extraction"]);
    expect(await idsOf("planted VALUE")).toEqual(["canary"]);
    expect(await idsOf("nothing like it")).toEqual([]);
  });
});

describe("cases", () => {
  it("are listed newest first and found by sector, risk and words", async () => {
    const all = await casesWith({});
    expect(all.cases.map(({ id }) => id)).toEqual(["air", "chip"]);
    expect(all).toMatchObject({
      sectors: ["aviation", "electronics"],
      risks: ["LLM02:2026", "LLM09:2026"],
    });
    expect((await casesWith({ sector: "aviation" })).cases.map(({ id }) => id)).toEqual(["air"]);
    expect((await casesWith({ risk: "LLM02:2026" })).cases.map(({ id }) => id)).toEqual(["chip"]);
    expect((await casesWith({ search: "case chip" })).cases.map(({ id }) => id)).toEqual(["chip"]);
    expect((await casesWith({ search: "chip", sector: "aviation" })).cases).toEqual([]);
  });

  it("ask one question, whose reasons come with the answer", async () => {
    const params = { case: "chip" };
    const before = await me.client("GET /api/cases/{case}", { params });
    expect(JSON.stringify(before)).not.toContain("secret");
    if (!before.ok || before.value.question?.kind !== "choose") throw new Error("no question");
    const right = before.value.question.options.find((option) =>
      JSON.stringify(option).includes("Habit"),
    );
    const answered = await me.client("POST /api/cases/{case}/answers", {
      params,
      body: { answer: { kind: "choose", picked: [right?.id ?? ""], because: [] } },
    });
    expect(answered).toMatchObject({ ok: true, value: { marking: { right: true }, tries: 1 } });
    expect(JSON.stringify(answered)).toContain("secret: yes");
    expect(await me.client("GET /api/cases/{case}", { params })).toMatchObject({
      value: { answered: true, answer: { rightAtFirst: true } },
    });
    expect((await casesWith({})).cases.map(({ answered: done }) => done)).toEqual([false, true]);
  });

  it("that nobody knows are not there", async () => {
    const params = { case: "none" };
    expect(await me.client("GET /api/cases/{case}", { params })).toMatchObject({
      problem: { code: "not-found" },
    });
    const body = { answer: { kind: "predict" as const, guess: "1" } };
    expect(await me.client("POST /api/cases/{case}/answers", { params, body })).toMatchObject({
      problem: { code: "not-found" },
    });
    expect(
      await me.client("POST /api/cases/{case}/answers", { params: { case: "air" }, body }),
    ).toMatchObject({ problem: { code: "answer-not-fitting" } });
  });
});

describe("session kits", () => {
  it("are for those who hold sessions", async () => {
    const champion = await app.signIn("champion");
    expect(await champion.client("GET /api/kits", {})).toMatchObject({
      value: { kits: [{ id: "kit-1", month: 1 }] },
    });
    const params = { kit: "kit-1" };
    expect(await champion.client("GET /api/kits/{kit}", { params })).toMatchObject({
      value: {
        labs: [{ ref: "lab/L27", passed: false }],
        cases: [{ id: "chip", title: "Case chip" }],
      },
    });
    expect(await me.client("GET /api/kits/{kit}", { params })).toMatchObject({
      problem: { code: "not-permitted" },
    });
  });
});
