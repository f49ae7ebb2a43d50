import { rename } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
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
let day = 0;

beforeAll(async () => {
  folder = await makeOwnFolder();
  app = await createTestApp({}, (shipped) => shipped, folder.root);
  owner = await app.signIn("owner");
  await app.wired.content.book.lookAgain(app.db, app.clock.now());
});
afterAll(async () => {
  await app.close();
  await folder.drop();
});
beforeEach(() => {
  day += 1;
  app.clock.set(new Date(Date.UTC(2026, 10, 21, 12, day)));
});

/** As the watch over the folder does it. */
const look = () => app.wired.content.book.lookAgain(app.db, app.clock.now());

const lesson = () => app.parts.curriculum.content.lessons.get("m99-1");

/** What a process serves that starts now on the same database. */
const afterRestart = async (own: string | null = folder.root) => {
  const curriculum = await readCurriculum(own, makeLog("silent"));
  const wired = wire({ ...app.parts, curriculum });
  await wired.content.book.lookAgain(app.db, app.clock.now());
  return curriculum.content;
};

const health = async () => {
  const answer = await owner.client("GET /api/content/health", {});
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

const faultsIn = async (file: string) =>
  (await health()).faults.filter((fault) => fault.file === file);

const changesOf = async () =>
  app.db
    .selectFrom("evidence")
    .select("body")
    .where("kind", "=", "content.changed")
    .orderBy("id")
    .execute();

const broken = "---\nid: m99-1\ntitle: Half\nminutes: many\n---\n";

describe("a change in the organisation's own folder", () => {
  it("comes into force once the folder is looked at, with evidence of both versions", async () => {
    expect(lesson()?.title).toBe("Keys stay here");
    expect(await changesOf()).toEqual([]);
    expect(await look()).toBe(false);
    await folder.write(lessonPath, lessonFile("Keys stay at home"));
    expect(await look()).toBe(true);
    expect(lesson()?.title).toBe("Keys stay at home");
    const sha = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(await changesOf()).toEqual([
      { body: { ref: `own/${lessonPath}`, before: sha, after: sha } },
    ]);
  });

  it("is kept as it was where the file is broken, also after a restart, and the owner is told", async () => {
    await folder.write(lessonPath, broken);
    await look();
    expect(lesson()?.title).toBe("Keys stay at home");
    expect((await afterRestart()).lessons.get("m99-1")?.title).toBe("Keys stay at home");
    const fault = (await faultsIn(lessonPath)).find(({ line }) => line === 4);
    expect(fault).toMatchObject({
      folder: "own",
      line: 4,
      severity: "error",
      serves: "last-good",
      servedSince: "2026-11-21T12:01:00.000Z",
    });
    expect(fault?.cure).not.toBeNull();
    expect(await changesOf()).toHaveLength(1);
  });

  it("comes into force again once it is mended", async () => {
    await folder.write(lessonPath, lessonFile("Keys stay at home", "They always do."));
    const answer = await owner.client("POST /api/content/reload", {});
    expect(answer).toMatchObject({ ok: true, value: { inForce: 1, waiting: 0 } });
    expect(await faultsIn(lessonPath)).toEqual([]);
  });

  it("keeps what no text can be", async () => {
    await folder.write(lessonPath, new Uint8Array([0xff, 0x00, 0xfe]));
    await look();
    expect(lesson()?.title).toBe("Keys stay at home");
    await folder.write(lessonPath, "x".repeat(1_100_000));
    await look();
    expect(lesson()?.title).toBe("Keys stay at home");
    expect(await faultsIn(lessonPath)).toMatchObject([{ serves: "last-good" }]);
    await folder.write(lessonPath, lessonFile());
    await look();
  });

  it("takes in the good files beside a broken one", async () => {
    await folder.write(modulePath, "id: m99\ntitle: [");
    await folder.write(lessonPath, lessonFile("Keys and locks"));
    await look();
    expect(lesson()?.title).toBe("Keys and locks");
    expect(lesson()?.module).toBe("m99");
    expect((await afterRestart()).modules.get("m99")?.title).toBe("Our own rules");
  });
});

describe("a folder that goes away", () => {
  it("is served as it was, also after a restart", async () => {
    await rename(folder.root, `${folder.root}-away`);
    await look();
    expect(lesson()?.title).toBe("Keys and locks");
    expect((await afterRestart()).lessons.get("m99-1")?.title).toBe("Keys and locks");
    const { faults, ownFolder } = await health();
    expect(ownFolder).toEqual({ readable: false });
    expect(faults[0]).toMatchObject({ folder: "own", file: null, serves: "last-good" });
    await rename(`${folder.root}-away`, folder.root);
    await look();
    expect((await health()).ownFolder).toEqual({ readable: true });
  });

  it("is no longer served once it is not set up any more", async () => {
    await folder.write(modulePath, moduleFile());
    expect((await afterRestart(null)).lessons.has("m99-1")).toBe(false);
    expect((await afterRestart()).lessons.get("m99-1")?.title).toBe("Keys and locks");
  });

  it("lets a file be removed", async () => {
    await folder.write("cases/leak-2026.md", "no front matter");
    await folder.remove(lessonPath);
    await look();
    expect(lesson()).toBeUndefined();
    const [fault] = await faultsIn("cases/leak-2026.md");
    expect(fault).toMatchObject({ serves: "nothing", servedSince: null });
  });
});
