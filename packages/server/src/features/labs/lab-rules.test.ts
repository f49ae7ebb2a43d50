import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../test-app.ts";
import { rightCode, withTestLabs, wrongCode } from "../../test-labs.ts";
import {
  answerDebrief,
  attempt,
  begin,
  evidenceOf,
  got,
  later,
  main,
  show,
  submit,
} from "./labs.test-data.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({}, withTestLabs);
});
afterAll(() => app.close());

describe("a draft", () => {
  it("is kept, and somebody who saved meanwhile is not overwritten", async () => {
    const person = await app.signIn("learner");
    const { id, revision } = await begin(person, "T01");
    const save = (from: number, text: string) =>
      person.client("PUT /api/lab-workspaces/{workspace}/draft", {
        params: { workspace: id },
        body: { revision: from, files: main(text) },
      });
    expect(got(await save(revision, "one")).revision).toBe(1);
    expect(await save(revision, "two")).toMatchObject({ problem: { code: "conflict" } });
    const { files } = await show(person, id);
    expect(files).toMatchObject([
      { path: "main.ts", text: "one", start: wrongCode, mayEdit: true },
      { path: "notes.ts", mayEdit: false },
    ]);
  });
});

describe("hints", () => {
  it("open in their order, each for its price in points", async () => {
    const person = await app.signIn("learner");
    const { id } = await begin(person, "T01");
    const open = (number: number) =>
      person.client("POST /api/lab-workspaces/{workspace}/hints", {
        params: { workspace: id },
        body: { number },
      });
    expect(await open(2)).toMatchObject({ problem: { code: "conflict" } });
    expect(got(await open(1)).hints.map(({ says }) => says !== null)).toEqual([true, false, false]);
    got(await open(1));
    got(await open(2));
    const { verdict } = await attempt(person, id, main(rightCode));
    expect(verdict).toMatchObject({ passed: true, points: 88 });
    got(await answerDebrief(person, id));
    const [pass] = await evidenceOf(app, person.id, "activity.passed");
    expect(pass?.body).toMatchObject({ score: 0.88, hints: 2 });
  });
});

describe("the model solution", () => {
  it("opens after honest attempts and some time, ends the workspace, and is told of later", async () => {
    const person = await app.signIn("learner");
    const { id } = await begin(person, "T01");
    const ask = () =>
      person.client("POST /api/lab-workspaces/{workspace}/solution", {
        params: { workspace: id },
      });
    for (const text of [wrongCode, "export const", "export const allow = () => 1;"]) {
      await attempt(person, id, main(text));
    }
    expect((await show(person, id)).solution).toMatchObject({ honestAttemptsLeft: 2 });
    for (const text of ["export const allow = () => 2;", "export const allow = () => 3;"]) {
      await attempt(person, id, main(text));
    }
    expect(await ask()).toMatchObject({ problem: { code: "too-soon" } });
    later(app, 20);
    expect(got(await ask())).toMatchObject({ state: "given-up" });
    expect(await submit(person, id, main(rightCode))).toMatchObject({ ok: false });
    const debrief = got(await answerDebrief(person, id));
    expect(debrief).toMatchObject({ passedEvidence: null, solution: [{ model: rightCode }] });
    const soon = await person.client("POST /api/labs/{lab}/workspaces", {
      params: { lab: "T01" },
    });
    expect(soon).toMatchObject({ problem: { code: "too-soon" } });
    later(app, 24 * 60);
    const again = await app.comeBack(person);
    const next = await begin(again, "T01");
    await attempt(again, next.id, main(rightCode));
    got(await answerDebrief(again, next.id));
    const [pass] = await evidenceOf(app, person.id, "activity.passed");
    expect(pass?.body).toMatchObject({ number: 2, solutionSeen: true });
  });
});

describe("a pair", () => {
  const pairOf = async () => {
    const ada = await app.signIn("learner");
    const bob = await app.signIn("learner");
    const { id } = await begin(ada, "T01");
    const params = { workspace: id };
    const invited = got(
      await ada.client("POST /api/lab-workspaces/{workspace}/invites", { params }),
    );
    const code = invited.joinCode ?? "";
    const join = (person: typeof ada, typed: string) =>
      person.client("POST /api/labs/{lab}/joins", {
        params: { lab: "T01" },
        body: { code: typed },
      });
    return { ada, bob, id, code, join };
  };

  it("is two people who both did something", async () => {
    const { ada, bob, id, code, join } = await pairOf();
    expect(await join(bob, "WRONG123")).toMatchObject({ problem: { code: "not-found" } });
    const typed = `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`;
    expect(got(await join(bob, typed)).members).toHaveLength(2);
    const third = await app.signIn("learner");
    expect(await join(third, code)).toMatchObject({ problem: { code: "not-found" } });
    await attempt(ada, id, main(rightCode));
    got(await answerDebrief(ada, id));
    got(await answerDebrief(bob, id));
    expect(await evidenceOf(app, bob.id, "activity.passed")).toEqual([]);
    const [pass] = await evidenceOf(app, ada.id, "activity.passed");
    expect(pass?.body).toMatchObject({ partner: bob.id });
    await attempt(bob, id, main(rightCode));
    expect(await evidenceOf(app, bob.id, "activity.passed")).toEqual([]);
    await attempt(bob, id, main(`${rightCode}// by hand\n`));
    expect(await evidenceOf(app, bob.id, "activity.passed")).toHaveLength(0);
    await attempt(bob, id, main(rightCode.replaceAll("who ===", "who.length >= 0 && who ===")));
    expect(await evidenceOf(app, bob.id, "activity.passed")).toMatchObject([
      { body: { partner: ada.id } },
    ]);
  });

  it("shares one draft, and neither overwrites the other's", async () => {
    const { ada, bob, id, code, join } = await pairOf();
    const { revision } = got(await join(bob, code));
    const save = (person: typeof ada, text: string) =>
      person.client("PUT /api/lab-workspaces/{workspace}/draft", {
        params: { workspace: id },
        body: { revision, files: main(text) },
      });
    got(await save(ada, "hers"));
    expect(await save(bob, "his")).toMatchObject({ problem: { code: "conflict" } });
    expect((await show(bob, id)).files[0]?.text).toBe("hers");
  });

  it("asks somebody to wait who tries codes", async () => {
    const { bob, join } = await pairOf();
    const answers = [];
    for (let count = 0; count < 11; count++) answers.push(await join(bob, `TRY${count}`));
    expect(answers.at(-1)).toMatchObject({ problem: { code: "too-many-tries" } });
  });

  it("loses one who is erased, and the other keeps the pass", async () => {
    const { ada, bob, id, code, join } = await pairOf();
    got(await join(bob, code));
    await attempt(ada, id, main("export const allow = () => 1;"));
    await attempt(bob, id, main(rightCode));
    got(await answerDebrief(ada, id));
    const owner = await app.signIn("owner");
    const { email, name } = await app.db
      .selectFrom("person")
      .select(["email", "name"])
      .where("id", "=", bob.id)
      .executeTakeFirstOrThrow();
    got(
      await owner.client("POST /api/people/{person}/erase", {
        params: { person: bob.id },
        body: { reason: "asked", confirm: email ?? name },
      }),
    );
    const after = await show(ada, id);
    expect(after.members).toHaveLength(1);
    expect(after.attempts.map(({ by }) => by.name)).toContain("Erased person");
    expect(await evidenceOf(app, ada.id, "activity.passed")).toHaveLength(1);
  });
});

describe("a lab that a person accepts", () => {
  it("is passed after that, and can be returned with what is missing", async () => {
    const person = await app.signIn("learner", "lead");
    const lead = await app.signIn("lead");
    const { id } = await begin(person, "T03");
    const first = await attempt(person, id, main(rightCode));
    expect(first.state).toBe("in-review");
    expect(await answerDebrief(person, id)).toMatchObject({ problem: { code: "too-soon" } });
    expect(await submit(person, id, main(rightCode))).toMatchObject({
      problem: { code: "conflict" },
    });
    const review = (by: typeof lead, attemptId: string, accepted: boolean) =>
      by.client("POST /api/lab-reviews/{attempt}", {
        params: { attempt: attemptId },
        body: { accepted, comment: "Say who is asked when it happens." },
      });
    const mine = got(await person.client("GET /api/lab-reviews", {}));
    expect(mine.submissions).toEqual([]);
    expect(await review(person, first.id, true)).toMatchObject({ problem: { code: "own-work" } });
    const shown = got(
      await lead.client("GET /api/lab-reviews/{attempt}", { params: { attempt: first.id } }),
    );
    expect(JSON.stringify(shown)).not.toContain(person.id);
    expect(shown.files).toEqual([{ path: "main.ts", text: rightCode, start: wrongCode }]);
    expect(await review(lead, first.id, false)).toMatchObject({ ok: true });
    expect(await review(lead, first.id, true)).toMatchObject({
      problem: { code: "already-reviewed" },
    });
    const returned = await show(person, id);
    expect(returned).toMatchObject({
      state: "open",
      attempts: [{ state: "graded", review: { accepted: false } }],
    });
    const second = await attempt(person, id, main(`${rightCode}\nexport const x = 1;\n`));
    expect(await review(lead, second.id, true)).toMatchObject({ ok: true });
    got(await answerDebrief(person, id));
    const [pass] = await evidenceOf(app, person.id, "activity.passed");
    expect(pass?.body).toMatchObject({ attempt: second.id });
  });
});
