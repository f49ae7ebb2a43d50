import { afterAll, beforeAll, expect, it } from "vitest";
import {
  lessonFile,
  lessonPath,
  makeOwnFolder,
  moduleFile,
  modulePath,
} from "./own-folder.test-data.ts";
import { makeLog } from "./platform/log.ts";
import { readCurriculum } from "./read-curriculum.ts";
import { createTestApp, type TestApp, type TestPerson } from "./test-app.ts";
import { wire } from "./wiring.ts";

let folder: Awaited<ReturnType<typeof makeOwnFolder>>;
let app: TestApp;
let owner: TestPerson;

beforeAll(async () => {
  folder = await makeOwnFolder();
  app = await createTestApp({}, (shipped) => shipped, folder.root);
  owner = await app.signIn("owner");
});
afterAll(async () => {
  await app.close();
  await folder.drop();
});

const health = async () => {
  const answer = await owner.client("GET /api/content/health", {});
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

it("says that all is well where it is", async () => {
  const { counts, ownFolder, reviews } = await health();
  expect(counts).toMatchObject({ waiting: 0, stale: 0, openFeedback: 0, flaggedItems: 0 });
  expect(counts.pieces).toBeGreaterThan(100);
  expect(ownFolder).toEqual({ readable: true });
  expect(reviews).toEqual([]);
});

it("lists what is due for review with who answers for it, the latest first", async () => {
  app.clock.set(new Date("2026-12-20T12:00:00Z"));
  owner = await app.comeBack(owner);
  await folder.write(modulePath, moduleFile().replace("2027-05-21", "2026-12-19"));
  await app.wired.content.book.lookAgain(app.db, app.clock.now());
  const { reviews, counts } = await health();
  const ours = reviews.filter(({ id }) => id.startsWith("m99"));
  expect(ours).toMatchObject([
    { kind: "module", id: "m99", owner: "Platform security", state: "stale" },
    { kind: "lesson", id: "m99-1", owner: "Platform security", state: "stale" },
  ]);
  expect(counts.stale).toBeGreaterThanOrEqual(2);
  expect(reviews.map(({ reviewBy }) => reviewBy)).toEqual(
    reviews.map(({ reviewBy }) => reviewBy).toSorted(),
  );
});

it("is not for learners", async () => {
  const learner = await app.signIn("learner");
  const answer = await learner.client("GET /api/content/health", {});
  expect(answer).toMatchObject({ ok: false, problem: { code: "not-permitted" } });
});

it("another process serves what this one brought into force, and does not undo it", async () => {
  const own = await makeOwnFolder();
  try {
    // A node whose own folder holds the state before.
    await own.write(modulePath, moduleFile().replace("2027-05-21", "2026-12-19"));
    const curriculum = await readCurriculum(own.root, makeLog("silent"));
    const { content } = wire({ ...app.parts, curriculum });
    await content.book.lookAgain(app.db, app.clock.now());
    await folder.write(lessonPath, lessonFile("Keys of another node"));
    await app.wired.content.book.lookAgain(app.db, app.clock.now());
    expect(await content.book.lookAgain(app.db, app.clock.now())).toBe(true);
    expect(curriculum.content.lessons.get("m99-1")?.title).toBe("Keys of another node");
    expect(await app.wired.content.book.lookAgain(app.db, app.clock.now())).toBe(false);
    expect(await content.book.lookAgain(app.db, app.clock.now())).toBe(false);
  } finally {
    await own.drop();
  }
});
