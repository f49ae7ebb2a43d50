import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { rightCode, withTestLabs, wrongCode } from "../../test-labs.ts";
import {
  answerDebrief,
  attempt,
  begin,
  evidenceOf,
  got,
  main,
  show,
  submit,
} from "./labs.test-data.ts";

let app: TestApp;
let person: TestPerson;
beforeAll(async () => {
  app = await createTestApp({}, withTestLabs);
  person = await app.signIn("learner");
});
afterAll(() => app.close());

const notFound = { ok: false, problem: { code: "not-found" } };

describe("nobody passes by a trick", () => {
  it("has no door into somebody else's workspace", async () => {
    const mine = await begin(person, "T01");
    const handedIn = await attempt(person, mine.id, main(wrongCode));
    const other = await app.signIn("learner", "owner");
    const params = { workspace: mine.id };
    const files = main(rightCode);
    const answers = await Promise.all([
      other.client("GET /api/lab-workspaces/{workspace}", { params }),
      other.client("PUT /api/lab-workspaces/{workspace}/draft", {
        params,
        body: { revision: 0, files },
      }),
      other.client("POST /api/lab-workspaces/{workspace}/runs", { params, body: { files } }),
      submit(other, mine.id, files),
      other.client("GET /api/lab-workspaces/{workspace}/attempts/{attempt}", {
        params: { ...params, attempt: handedIn.id },
        query: {},
      }),
      other.client("POST /api/lab-workspaces/{workspace}/hints", { params, body: { number: 1 } }),
      other.client("POST /api/lab-workspaces/{workspace}/invites", { params }),
      other.client("POST /api/lab-workspaces/{workspace}/solution", { params }),
      other.client("GET /api/lab-workspaces/{workspace}/debrief", { params }),
      answerDebrief(other, mine.id),
    ]);
    for (const answer of answers) expect(answer).toMatchObject(notFound);
    const theirs = await begin(other, "T01");
    expect(
      await other.client("GET /api/lab-workspaces/{workspace}/attempts/{attempt}", {
        params: { workspace: theirs.id, attempt: handedIn.id },
        query: {},
      }),
    ).toMatchObject(notFound);
  });

  it("takes no file that is read-only, is not there, or comes twice, and says which", async () => {
    const { id } = await begin(person, "T01");
    for (const files of [
      [{ path: "notes.ts", text: "1" }],
      [{ path: "../checks.ts", text: "1" }],
      [...main("1"), ...main("2")],
    ]) {
      const answer = await submit(person, id, files);
      expect(answer).toMatchObject({ problem: { code: "submission-not-fitting" } });
      expect(answer.ok ? [] : answer.problem.faults).toHaveLength(1);
    }
  });

  it("asks for the debrief's question, and opens it after a pass only", async () => {
    const one = await app.signIn("learner");
    const { id } = await begin(one, "T01");
    expect(await answerDebrief(one, id)).toMatchObject({ problem: { code: "too-soon" } });
    await attempt(one, id, main(rightCode));
    const empty = await one.client("POST /api/lab-workspaces/{workspace}/debrief", {
      params: { workspace: id },
      body: { answer: { kind: "write", texts: { now: "" } } },
    });
    expect(empty).toMatchObject({ problem: { code: "answer-not-fitting" } });
    expect(await evidenceOf(app, one.id, "activity.passed")).toEqual([]);
    got(await answerDebrief(one, id));
    got(await answerDebrief(one, id));
    expect(await evidenceOf(app, one.id, "activity.passed")).toHaveLength(1);
  });

  it("does a request once that comes twice", async () => {
    const one = await app.signIn("learner");
    const { id } = await begin(one, "T01");
    const first = got(await submit(one, id, main(wrongCode), "key-of-the-page-1"));
    const again = got(await submit(one, id, main(wrongCode), "key-of-the-page-1"));
    expect(again.id).toBe(first.id);
    expect((await show(one, id)).attempts).toHaveLength(1);
    const other = await submit(one, id, main(rightCode), "key-of-the-page-1");
    expect(other).toMatchObject({ problem: { code: "key-reused" } });
    const refused = await submit(one, id, [{ path: "no.ts", text: "" }], "key-of-the-page-2");
    expect(refused).toMatchObject({ problem: { code: "submission-not-fitting" } });
    expect(await submit(one, id, main(rightCode), "key-of-the-page-2")).toMatchObject({ ok: true });
  });

  it("gives one attempt at the same questions, and other ones after it", async () => {
    const one = await app.signIn("learner");
    const first = await begin(one, "T02");
    const texts = first.asked.map((asked) => (asked.kind === "choose" ? asked.ask : ""));
    const guess = (order: readonly string[]) => [
      {
        path: "answer.json",
        text: JSON.stringify(Object.fromEntries(order.map((text, at) => [`q${at}`, text]))),
      },
    ];
    const failed = await attempt(one, first.id, guess(["red", "red", "red", "red"]));
    expect(failed.verdict?.passed).toBe(false);
    expect((await show(one, first.id)).state).toBe("not-passed");
    expect(await submit(one, first.id, guess(texts))).toMatchObject({ ok: false });
    const second = await begin(one, "T02");
    expect(second.number).toBe(2);
    const right = second.asked.map((asked) => (asked.kind === "choose" ? asked.ask : ""));
    const passed = await attempt(one, second.id, guess(right));
    expect(passed.verdict?.passed).toBe(true);
    const debrief = got(await answerDebrief(one, second.id));
    expect(debrief.review["q0"]).toBe(`It is ${right[0]}.`);
  });

  it("takes one of several guesses that are handed in at the same moment", async () => {
    const one = await app.signIn("learner");
    const { id } = await begin(one, "T02");
    const guess = (text: string) => [
      { path: "answer.json", text: JSON.stringify({ q0: text, q1: text, q2: text, q3: text }) },
    ];
    const guesses = ["red", "green", "blue"].map((text) => submit(one, id, guess(text)));
    const answers = await Promise.all(guesses);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await show(one, id)).attempts).toHaveLength(1);
  });

  it("says nothing that would tell a variant, a hidden case or the solution", async () => {
    const one = await app.signIn("learner");
    const { id } = await begin(one, "T01");
    const failed = await attempt(one, id, main(wrongCode));
    const run = got(
      await one.client("POST /api/lab-workspaces/{workspace}/runs", {
        params: { workspace: id },
        body: { files: main(wrongCode) },
      }),
    );
    expect(run.cases).toHaveLength(1);
    const { seed } = await app.db
      .selectFrom("labWorkspace")
      .select("seed")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const bench = got(await one.client("GET /api/labs/{lab}", { params: { lab: "T01" } }));
    const facts = await evidenceOf(app, one.id, "activity.attempted");
    const said = JSON.stringify([failed, run, bench, facts]);
    expect(said).not.toContain(seed);
    expect(said).not.toContain("who === owner");
    expect(failed.verdict?.cases.map(({ check }) => check)).toEqual(["owner"]);
  });

  it("does not let what was handed in or its verdict be changed", async () => {
    const one = await app.signIn("learner");
    const { id } = await begin(one, "T01");
    const { id: handedIn } = await attempt(one, id, main(wrongCode));
    const change = app.db.updateTable("labAttempt").where("id", "=", handedIn);
    await expect(change.set({ passed: true, points: 100 }).execute()).rejects.toThrow(
      "never changed",
    );
  });
});
