import type { TrackView } from "@checkride/api/curriculum";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce } from "../../test-policy.ts";

const policy = `checkride: 1
name: Test
audiences:
  all: { title: Everybody, because: everybody is asked, who: everyone }
  few: { title: Some, because: some are asked, who: { job: pilot } }
certificates:
  safe-use:
    title: Safe use
    track: t1
    for: [all]
    asks: [{ lab: L17 }, { quiz: t1 }, { signOff: ai-safety-policy }]
  response: { title: Response, track: sec, for: [few], asks: [{ quiz: sec }] }
gates: {}
exemptions: []
approvals: { count: 0, roles: [council] }
`;

let app: TestApp;
let me: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  await bringIntoForce(await app.signIn("owner"), policy);
  me = await app.signIn("learner");
});
afterAll(() => app.close());

const show = async (track: string): Promise<TrackView> => {
  const answer = await me.client("GET /api/tracks/{track}", { params: { track } });
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value;
};

const pass = (activity: string, body: Readonly<Record<string, number>> = {}) =>
  appendEvidence(app.db, [
    {
      kind: "activity.passed",
      person: me.id,
      actor: me.id,
      body: { activity, ...body },
      at: app.clock.now(),
    },
  ]);

/** As if every step was seen and every question answered. */
const finish = async (lessons: readonly string[]) => {
  const at = app.clock.now();
  await app.db
    .insertInto("lessonProgress")
    .values(
      lessons.map((lesson) => ({
        personId: me.id,
        lesson,
        seen: [],
        atStep: null,
        drawn: null,
        startedAt: at,
        touchedAt: at,
        finishedAt: at,
        finishedVersion: "1",
      })),
    )
    .execute();
};

describe("the tracks", () => {
  it("are all there, what is asked of me first, with all that is still to do", async () => {
    const answer = await me.client("GET /api/tracks", {});
    if (!answer.ok) throw new Error(answer.problem.detail);
    const { tracks } = answer.value;
    expect(tracks.length).toBe(9);
    expect(tracks[0]).toMatchObject({
      id: "t1",
      certificate: { id: "safe-use", state: "none", required: true, whyMe: ["everybody is asked"] },
      lessons: { done: 0, of: 7 },
      labs: { done: 0, of: 5 },
    });
    const response = tracks.find(({ id }) => id === "sec");
    expect(response?.certificate).toMatchObject({ id: "response", required: false });
    for (const { minutes, minutesLeft } of tracks) {
      expect(minutesLeft).toBeGreaterThan(0);
      expect(minutesLeft).toBeLessThanOrEqual(minutes);
    }
  });

  it("are named, or are not there", async () => {
    const answer = await me.client("GET /api/tracks/{track}", { params: { track: "t99" } });
    expect(answer).toMatchObject({ ok: false, problem: { code: "not-found" } });
  });
});

describe("a track", () => {
  it("shows its modules, labs that are not installed, its quiz, and what is to be signed", async () => {
    const track = await show("t1");
    expect(track.modules.map(({ id }) => id)).toEqual(["m00", "m01"]);
    expect(
      track.modules.flatMap(({ lessons }) => lessons).every(({ installed }) => installed),
    ).toBe(true);
    expect(track.trackLabs.map(({ ref }) => ref)).toEqual([
      "lab/L01",
      "lab/L17",
      "lab/L26",
      "lab/L27",
      "lab/L42",
    ]);
    expect(track.quiz).toMatchObject({ ref: "quiz/t1", passed: false });
    expect(track.signOffs).toMatchObject([{ document: "ai-safety-policy", state: "unsigned" }]);
    expect(track.next).toMatchObject({ kind: "lesson", id: "m00-1" });
    expect(track.done).toBe(false);
  });

  it("leads on to the next thing, and is not done before it is signed", async () => {
    const { modules } = await show("t1");
    const lessons = modules.flatMap((module) => module.lessons.map(({ id }) => id));
    await finish(lessons);
    expect((await show("t1")).next).toMatchObject({ kind: "lab", id: "L17" });
    await pass("lab/L17");
    expect((await show("t1")).next).toMatchObject({ kind: "quiz", id: "t1" });
    await pass("quiz/t1", { score: 0.9 });
    const unsigned = await show("t1");
    expect(unsigned.next).toMatchObject({ kind: "sign-off", id: "ai-safety-policy" });
    expect(unsigned.done).toBe(false);
    await me.client("POST /api/documents/{document}/sign-offs", {
      params: { document: "ai-safety-policy" },
      body: { version: unsigned.signOffs[0]?.version ?? 0 },
    });
    const done = await show("t1");
    expect(done).toMatchObject({ done: true, next: null, minutesLeft: 0 });
    expect(done.lessons).toEqual({ done: 7, of: 7 });
    expect(done.certificate?.state).toBe("current");
  });

  it("forgets what was declared void", async () => {
    const [evidence = ""] = await pass("lab/L26");
    expect((await show("t1")).trackLabs.find(({ ref }) => ref === "lab/L26")?.passed).toBe(true);
    await appendEvidence(app.db, [
      {
        kind: "evidence.voided",
        person: me.id,
        actor: null,
        body: { evidence },
        at: app.clock.now(),
      },
    ]);
    expect((await show("t1")).trackLabs.find(({ ref }) => ref === "lab/L26")?.passed).toBe(false);
  });
});
