import { sql } from "kysely";
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
let auditor: TestPerson;
beforeAll(async () => {
  app = await createTestApp({}, withTestLabs);
  auditor = await app.signIn("auditor");
});
afterAll(() => app.close());

const regrade = (id: string) =>
  auditor.client("POST /api/lab-attempts/{attempt}/regrade", { params: { attempt: id } });

/** What only somebody with the database in their hands can do. */
const tamper = async (change: (tx: TestApp["db"]) => Promise<unknown>) => {
  await sql`alter table lab_attempt disable trigger lab_attempt_kept`.execute(app.db);
  await change(app.db);
  await sql`alter table lab_attempt enable trigger lab_attempt_kept`.execute(app.db);
};

describe("grading again", () => {
  it("gives the same verdict, to those who may read evidence", async () => {
    const person = await app.signIn("learner");
    const { id } = await begin(person, "T01");
    const failed = await attempt(person, id, main(wrongCode));
    const passed = await attempt(person, id, main(rightCode));
    for (const one of [failed, passed]) {
      expect(got(await regrade(one.id))).toMatchObject({ same: true, recorded: true });
    }
    const learner = await person.client("POST /api/lab-attempts/{attempt}/regrade", {
      params: { attempt: passed.id },
    });
    expect(learner).toMatchObject({ problem: { code: "not-permitted" } });
  });

  it("shows that a row was changed behind our back", async () => {
    const person = await app.signIn("learner");
    const { id } = await begin(person, "T01");
    const failed = await attempt(person, id, main(wrongCode));
    const passed = await attempt(person, id, main(rightCode));
    await tamper((db) =>
      db
        .updateTable("labAttempt")
        .set({
          passed: true,
          points: 100,
          verdict: sql`(select verdict from lab_attempt where id = ${passed.id}::uuid)`,
        })
        .where("id", "=", failed.id)
        .execute(),
    );
    expect(got(await regrade(failed.id))).toMatchObject({ same: false, recorded: false });
    await tamper((db) =>
      sql`update lab_attempt set files = ${JSON.stringify(main(`${rightCode}//`))}::json
        where id = ${passed.id}::uuid`.execute(db),
    );
    expect(got(await regrade(passed.id))).toMatchObject({ same: true, recorded: false });
  });
});

describe("likeness", () => {
  const long = `export const allow = (who: string, owner: string) => {
  const asked = who.trim().normalize("NFC");
  const theirs = owner.trim().normalize("NFC");
  if (asked.length === 0 || theirs.length === 0) return { allowed: false };
  let same = asked.length === theirs.length;
  for (let at = 0; at < asked.length; at += 1) same = same && asked[at] === theirs[at];
  return { allowed: same };
};
`;

  it("is shown to owners alone, of people who are no pair", async () => {
    const people = await Promise.all([1, 2, 3].map(() => app.signIn("learner")));
    const texts = [long, long.replaceAll("asked", "name").replaceAll("at +=", "at  +="), rightCode];
    for (const [index, person] of people.entries()) {
      const { id } = await begin(person, "T01");
      await attempt(person, id, main(texts[index] ?? ""));
    }
    const [ada, bob] = people;
    const owner = await app.signIn("owner");
    const { likenesses } = got(await owner.client("GET /api/lab-likenesses", {}));
    expect(likenesses).toMatchObject([
      {
        kind: "same",
        share: 1,
        one: { person: { id: ada?.id } },
        other: { person: { id: bob?.id } },
      },
    ]);
    expect(await ada?.client("GET /api/lab-likenesses", {})).toMatchObject({ ok: false });
    const [found] = likenesses;
    const params = { one: found?.one.attempt ?? "", other: found?.other.attempt ?? "" };
    const both = got(await owner.client("GET /api/lab-likenesses/{one}/{other}", { params }));
    expect(both.files).toEqual([
      { path: "main.ts", start: wrongCode, one: texts[0], other: texts[1] },
    ]);
    const turned = { one: params.other, other: params.one };
    expect(
      await owner.client("GET /api/lab-likenesses/{one}/{other}", { params: turned }),
    ).toMatchObject({ problem: { code: "not-found" } });
    const [pair] = [await app.signIn("learner")];
    const workspace = await begin(pair, "T01");
    await attempt(pair, workspace.id, main(rightCode));
    expect(got(await owner.client("GET /api/lab-likenesses", {})).likenesses).toHaveLength(1);
  });
});

describe("an incident", () => {
  it("is led move by move, once each, and what was done is what is handed in", async () => {
    const person = await app.signIn("learner");
    const { id, board } = await begin(person, "T04");
    expect(board?.moves.map((move) => move.id)).toContain("stop");
    const move = (after: number, name: string) =>
      person.client("POST /api/lab-workspaces/{workspace}/moves", {
        params: { workspace: id },
        body: { after, move: name, answers: {} },
      });
    const long = await person.client("POST /api/lab-workspaces/{workspace}/moves", {
      params: { workspace: id },
      body: { after: 0, move: "look", answers: { why: "x".repeat(70_000) } },
    });
    expect(long).toMatchObject({ problem: { code: "submission-not-fitting" } });
    expect(await move(0, "nonsense")).toMatchObject({
      problem: { code: "submission-not-fitting" },
    });
    expect(got(await move(0, "look"))).toMatchObject({ moves: 1, board: { minute: 5 } });
    expect(got(await move(0, "look"))).toMatchObject({ moves: 1, board: { minute: 5 } });
    expect(await move(0, "stop")).toMatchObject({ problem: { code: "conflict" } });
    const lie = [
      {
        path: "answer.json",
        text: '{"moves":[{"move":"stop","answers":{}},{"move":"close","answers":{}}]}',
      },
    ];
    expect(await submit(person, id, lie)).toMatchObject({
      problem: { code: "submission-not-fitting" },
    });
    got(await move(1, "stop"));
    got(await move(2, "close"));
    const done = await attempt(person, id, lie);
    expect(done).toMatchObject({ verdict: { passed: true } });
    expect(done.files[0]?.text).toContain("look");
    expect(await move(3, "look")).toMatchObject({ ok: false });
    got(await answerDebrief(person, id));
    expect(await evidenceOf(app, person.id, "activity.passed")).toHaveLength(1);
    const [tried] = await evidenceOf(app, person.id, "activity.attempted");
    expect(tried?.body).toMatchObject({ responseMinutes: 10 });
    expect((await show(person, id)).state).toBe("done");
  });
});
