import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { withTestLabs } from "../../test-labs.ts";
import {
  answerDebrief,
  attempt,
  begin,
  evidenceOf,
  got,
  type Shown,
  show,
} from "./labs.test-data.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({}, withTestLabs);
});
afterAll(() => app.close());

describe("an incident that two people lead", () => {
  const pairOf = async () => {
    const ada = await app.signIn("learner");
    const bob = await app.signIn("learner");
    const { id } = await begin(ada, "T04");
    const params = { workspace: id };
    const { joinCode } = got(
      await ada.client("POST /api/lab-workspaces/{workspace}/invites", { params }),
    );
    const join = { params: { lab: "T04" }, body: { code: joinCode ?? "" } };
    got(await bob.client("POST /api/labs/{lab}/joins", join));
    const move = async (by: TestPerson, after: number, name: string) =>
      got(
        await by.client("POST /api/lab-workspaces/{workspace}/moves", {
          params,
          body: { after, move: name, answers: {} },
        }),
      );
    return { ada, bob, id, move };
  };

  it("is passed by both who made moves, whoever hands in the run", async () => {
    const { ada, bob, id, move } = await pairOf();
    await move(ada, 0, "stop");
    const { members } = await show(bob, id);
    expect(members.filter(({ hasChanged }) => hasChanged)).toMatchObject([{ id: ada.id }]);
    await move(bob, 1, "close");
    expect(await attempt(bob, id, [])).toMatchObject({ verdict: { passed: true } });
    got(await answerDebrief(ada, id));
    got(await answerDebrief(bob, id));
    for (const [one, other] of [
      [ada, bob],
      [bob, ada],
    ] as const) {
      expect(await evidenceOf(app, one.id, "activity.passed")).toMatchObject([
        { body: { partner: other.id } },
      ]);
    }
  });

  it("says whose move it was, to each from where they stand", async () => {
    const { ada, bob, id, move } = await pairOf();
    await move(ada, 0, "wait");
    await move(bob, 1, "wait");
    await move(ada, 2, "stop");
    await move(bob, 3, "close");
    const seenBy = async (person: TestPerson) => {
      const { board, members } = await show(person, id);
      const other = members.find(({ isMe }) => !isMe)?.name;
      const mine = board?.entries.filter(({ move }) => move !== null) ?? [];
      return mine.map(({ from }) => (from === other ? "the other" : from));
    };
    const clock = "The clock";
    const [adas, bobs] = [
      ["You", clock, "the other", clock, "You", "Ops", "the other", "the other"],
      ["the other", clock, "You", clock, "the other", "Ops", "You", "You"],
    ];
    expect([await seenBy(ada), await seenBy(bob)]).toEqual([adas, bobs]);
  });

  it("is passed by nobody who only waited and pressed Submit", async () => {
    const { ada, bob, id, move } = await pairOf();
    await move(bob, 0, "wait");
    await move(ada, 1, "stop");
    await move(ada, 2, "close");
    expect(await attempt(bob, id, [])).toMatchObject({ verdict: { passed: true } });
    expect(await answerDebrief(bob, id)).toMatchObject({ ok: expect.any(Boolean) });
    expect(await evidenceOf(app, bob.id, "activity.passed")).toEqual([]);
    expect((await show(bob, id)).state).toBe("not-passed");
    got(await answerDebrief(ada, id));
    expect(await evidenceOf(app, ada.id, "activity.passed")).toHaveLength(1);
    expect((await begin(bob, "T04")).id).not.toBe(id);
  });
});

describe("a lab whose own checks break", () => {
  it("grades nothing, says whose fault it is, and counts no attempt", async () => {
    const person = await app.signIn("learner");
    const { id } = await begin(person, "T05");
    const files = [{ path: "door.txt", text: "boom" }];
    const says = "The checks of this lab broke on these files: its fault, not yours.";
    expect(await attempt(person, id, files)).toMatchObject({
      state: "not-graded",
      fault: says,
      verdict: null,
    });
    const ran = await person.client("POST /api/lab-workspaces/{workspace}/runs", {
      params: { workspace: id },
      body: { files },
    });
    expect(ran).toMatchObject({ problem: { code: "range-away", detail: says } });
    const { lab } = got(await person.client("GET /api/labs/{lab}", { params: { lab: "T05" } }));
    expect(lab).toMatchObject({ attempts: 0 });
    expect(await evidenceOf(app, person.id, "activity.attempted")).toEqual([]);
  });
});

describe("an incident whose own checks break", () => {
  it("says whose fault it is, and counts no attempt", async () => {
    const person = await app.signIn("learner");
    const { id } = await begin(person, "T04");
    for (const [after, move] of ["spill", "close"].entries()) {
      const body = { after, move, answers: {} };
      const params = { workspace: id };
      got(await person.client("POST /api/lab-workspaces/{workspace}/moves", { params, body }));
    }
    expect(await attempt(person, id, [])).toMatchObject({
      state: "not-graded",
      fault: "The checks of this lab broke on this run: its fault, not yours.",
      verdict: null,
    });
    const { lab } = got(await person.client("GET /api/labs/{lab}", { params: { lab: "T04" } }));
    expect(lab).toMatchObject({ attempts: 0 });
  });
});

describe("a lab that is accepted by points", () => {
  const right = async (person: TestPerson): Promise<{ id: string; first: Shown }> => {
    const { id, asked } = await begin(person, "T06");
    const answers = asked.map((one) => [one.id, "ask" in one ? one.ask : null]);
    const text = JSON.stringify(Object.fromEntries(answers));
    return { id, first: await attempt(person, id, [{ path: "answer.json", text }]) };
  };

  it("is decided by them, and its author is told which", async () => {
    const person = await app.signIn("learner");
    const lead = await app.signIn("lead");
    const { id, first } = await right(person);
    const params = { attempt: first.id };
    const shown = got(await lead.client("GET /api/lab-reviews/{attempt}", { params }));
    expect(shown.rubric).toMatchObject({ acceptedFrom: 4, questions: [{ id: "clear" }, {}] });
    const comment = "Say who is asked when it happens.";
    const decide = (accepted: boolean, points?: Record<string, number>) =>
      lead.client("POST /api/lab-reviews/{attempt}", {
        params,
        body: { accepted, comment, ...(points && { points }) },
      });
    expect(await decide(true)).toMatchObject({
      problem: {
        code: "bad-input",
        faults: [{ in: "body/points/clear" }, { in: "body/points/tonight" }],
      },
    });
    expect(await decide(true, { clear: 3, tonight: 0 })).toMatchObject({
      problem: { code: "bad-input", faults: [{ in: "body/accepted" }] },
    });
    expect(await decide(true, { clear: 3, tonight: 0, other: 3 })).toMatchObject({ ok: false });
    expect(await decide(true, { clear: 4, tonight: 0 })).toMatchObject({ ok: false });
    expect(await decide(true, { clear: 3, tonight: 1 })).toMatchObject({ ok: true });
    expect((await show(person, id)).attempts[0]?.review).toMatchObject({
      accepted: true,
      comment: `${comment}\n\nIs it clear? 3 of 3.\nWould it work tonight? 1 of 3.\n4 of 6 points; 4 are enough.`,
    });
    expect(await evidenceOf(app, person.id, "review.given")).toMatchObject([
      { body: { accepted: true, points: { clear: 3, tonight: 1 } } },
    ]);
  });
});
