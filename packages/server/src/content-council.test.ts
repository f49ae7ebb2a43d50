import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  caseFile,
  casePath,
  lessonFile,
  lessonPath,
  makeOwnFolder,
  moduleFile,
  modulePath,
} from "./own-folder.test-data.ts";
import { createTestApp, type TestApp, type TestPerson } from "./test-app.ts";
import { bringIntoForce, smallPolicy } from "./test-policy.ts";

let folder: Awaited<ReturnType<typeof makeOwnFolder>>;
let app: TestApp;
let owner: TestPerson;
let council: TestPerson;
let minute = 0;

const asksCouncil = `${smallPolicy()}content: { approvals: 1, roles: [council] }\n`;
const ref = `own/${lessonPath}`;

beforeAll(async () => {
  folder = await makeOwnFolder();
  app = await createTestApp({}, (shipped) => shipped, folder.root);
  owner = await app.signIn("owner");
  council = await app.signIn("council");
  await app.wired.content.book.lookAgain(app.db, app.clock.now());
  await bringIntoForce(owner, asksCouncil);
});
afterAll(async () => {
  await app.close();
  await folder.drop();
});
beforeEach(() => {
  minute += 1;
  app.clock.set(new Date(Date.UTC(2026, 10, 21, 12, minute)));
});

const look = () => app.wired.content.book.lookAgain(app.db, app.clock.now());
const title = () => app.parts.curriculum.content.lessons.get("m99-1")?.title;

const changes = async (state: "waiting" | "in-force" | "refused" | "overtaken" = "waiting") => {
  const answer = await council.client("GET /api/content/changes", { query: { state } });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  const { asks, items } = answer.value;
  return { asks, items: items.filter((one) => one.ref.startsWith("own/")) };
};

const onlyWaiting = async (): Promise<string> => {
  const { items } = await changes();
  expect(items).toHaveLength(1);
  return items[0]?.id ?? "";
};

const approve = (change: string, by = council) =>
  by.client("POST /api/content/changes/{change}/approvals", {
    params: { change },
    body: { note: "Read." },
  });

const evidence = async (kind: string) =>
  app.db
    .selectFrom("evidence")
    .select(["body", "actor"])
    .where("kind", "=", kind)
    .orderBy("id")
    .execute();

describe("a change that the policy wants approved", () => {
  it("waits, with a difference that can be read, and what was in force is served", async () => {
    await look();
    await folder.write(lessonPath, lessonFile("Keys stay at home"));
    await look();
    expect(title()).toBe("Keys stay here");
    const { asks, items } = await changes();
    expect(asks).toEqual({ approvals: 1, roles: ["council"] });
    expect(items).toMatchObject([
      { ref, kind: "changed", title: "Keys stay at home", state: "waiting", approvalsNeeded: 1 },
    ]);
    const params = { change: await onlyWaiting() };
    const shown = await council.client("GET /api/content/changes/{change}", { params });
    if (!shown.ok) throw new Error(JSON.stringify(shown.problem));
    const edits = shown.value.difference.filter(({ kind }) => kind !== "same");
    expect(edits.map(({ kind, text }) => [kind, text])).toEqual([
      ["removed", "title: Keys stay here"],
      ["added", "title: Keys stay at home"],
    ]);
  });

  it("is not listed twice, and is not readable as a version before it is in force", async () => {
    await owner.client("POST /api/content/reload", {});
    const { items } = await changes();
    expect(items).toHaveLength(1);
    const version = items[0]?.after ?? "";
    const answer = await council.client("GET /api/content/pieces/{ref}/versions/{version}", {
      params: { ref, version },
    });
    expect(answer).toMatchObject({ ok: false, problem: { code: "not-found" } });
  });

  it("is approved only by a role that the policy names", async () => {
    const change = await onlyWaiting();
    expect(await approve(change, owner)).toMatchObject({
      ok: false,
      problem: { code: "not-permitted" },
    });
    const auditor = await app.signIn("auditor");
    expect(await approve(change, auditor)).toMatchObject({
      ok: false,
      problem: { code: "not-permitted" },
    });
    expect(await evidence("content.approved")).toEqual([]);
  });

  it("comes into force with the last approval, which is evidence", async () => {
    const change = await onlyWaiting();
    const answer = await approve(change);
    expect(answer).toMatchObject({
      ok: true,
      value: { state: "in-force", approvals: [{ id: council.id, note: "Read." }] },
    });
    expect(title()).toBe("Keys stay at home");
    const [approved] = await evidence("content.approved");
    expect(approved).toMatchObject({ actor: council.id, body: { change, ref } });
    expect(await evidence("content.changed")).toMatchObject([{ actor: council.id, body: { ref } }]);
    expect(await approve(change)).toMatchObject({
      ok: false,
      problem: { code: "proposal-closed" },
    });
  });

  it("stays out when it is refused, until the text is another one", async () => {
    await folder.write(lessonPath, lessonFile("Keys for everybody"));
    await look();
    const change = await onlyWaiting();
    const refused = await council.client("POST /api/content/changes/{change}/refusals", {
      params: { change },
      body: { reason: "It is wrong." },
    });
    expect(refused).toMatchObject({
      ok: true,
      value: { state: "refused", refused: { id: council.id, reason: "It is wrong." } },
    });
    await owner.client("POST /api/content/reload", {});
    expect((await changes()).items).toEqual([]);
    expect(title()).toBe("Keys stay at home");
    await folder.write(lessonPath, lessonFile("Keys for some"));
    await look();
    expect((await changes()).items).toHaveLength(1);
  });

  it("is overtaken where the file is what it was", async () => {
    await folder.write(lessonPath, lessonFile("Keys stay at home"));
    await look();
    expect((await changes()).items).toEqual([]);
    expect((await changes("overtaken")).items).toMatchObject([{ ref, title: "Keys for some" }]);
  });

  it("keeps a new file and a removal waiting too", async () => {
    await folder.write(casePath, caseFile);
    await folder.remove(lessonPath);
    await look();
    expect((await changes()).items.map(({ ref: one, kind }) => [one, kind]).toSorted()).toEqual([
      [`own/${casePath}`, "added"],
      [ref, "removed"],
    ]);
    expect(app.parts.curriculum.content.cases.has("keys-2026")).toBe(false);
    expect(title()).toBe("Keys stay at home");
    await folder.write(lessonPath, lessonFile("Keys stay at home"));
    await folder.remove(casePath);
    await look();
    expect((await changes()).items).toEqual([]);
  });

  it("waits for the other half of itself, whichever is approved first", async () => {
    const second = lessonFile("A second lesson")
      .replaceAll("99-1", "99-2")
      .replaceAll("e99", "e98");
    await folder.write("modules/m99/m99-2.md", second);
    await folder.write(modulePath, moduleFile(10).replace("[m99-1]", "[m99-1, m99-2]"));
    await look();
    const { items } = await changes();
    const of = (file: string) => items.find((one) => one.ref === `own/${file}`)?.id ?? "";
    expect(items).toHaveLength(2);
    expect(await approve(of(modulePath))).toMatchObject({ ok: true, value: { state: "waiting" } });
    expect(app.parts.curriculum.content.modules.get("m99")?.lessons).toEqual(["m99-1"]);
    expect(await approve(of("modules/m99/m99-2.md"))).toMatchObject({
      ok: true,
      value: { state: "in-force" },
    });
    expect(app.parts.curriculum.content.modules.get("m99")?.lessons).toEqual(["m99-1", "m99-2"]);
    expect((await changes()).items).toEqual([]);
  });

  it("comes into force once the policy no longer asks", async () => {
    await folder.write(lessonPath, lessonFile("Keys at rest"));
    await look();
    expect(title()).toBe("Keys stay at home");
    await bringIntoForce(owner);
    await look();
    expect(title()).toBe("Keys at rest");
    expect((await changes()).items).toEqual([]);
  });
});

describe("versions", () => {
  it("stay readable, each with the difference to the one before", async () => {
    const auditor = await app.signIn("auditor");
    const params = { ref };
    const list = await auditor.client("GET /api/content/pieces/{ref}/versions", { params });
    if (!list.ok) throw new Error(JSON.stringify(list.problem));
    expect(list.value.versions.map((one) => [one.title, one.inForce])).toEqual([
      ["Keys at rest", true],
      ["Keys stay at home", false],
      ["Keys stay here", false],
    ]);
    const version = list.value.versions[1]?.version ?? "";
    const shown = await auditor.client("GET /api/content/pieces/{ref}/versions/{version}", {
      params: { ref, version },
    });
    if (!shown.ok) throw new Error(JSON.stringify(shown.problem));
    expect(shown.value.text).toBe(lessonFile("Keys stay at home"));
    expect(shown.value.against).toBe(list.value.versions[2]?.version);
    expect(shown.value.difference?.some(({ kind }) => kind === "added")).toBe(true);
  });

  it("of questions are read only by those who decide on them: they hold the answers", async () => {
    const auditor = await app.signIn("auditor");
    const bank = "shipped/items/a.yaml";
    const list = await auditor.client("GET /api/content/pieces/{ref}/versions", {
      params: { ref: bank },
    });
    const version = list.ok ? (list.value.versions[0]?.version ?? "") : "";
    const read = (person: TestPerson) =>
      person.client("GET /api/content/pieces/{ref}/versions/{version}", {
        params: { ref: bank, version },
      });
    expect(await read(auditor)).toMatchObject({ ok: false, problem: { code: "not-permitted" } });
    expect(await read(council)).toMatchObject({ ok: true, value: { version } });
  });

  it("lead from the version that evidence names to its files", async () => {
    const lesson = app.parts.curriculum.content.lessons.get("m99-1");
    const params = { activity: "lesson/m99-1" };
    const made = await owner.client("GET /api/content/activities/{activity}/versions", { params });
    if (!made.ok) throw new Error(JSON.stringify(made.problem));
    expect(made.value.versions).toHaveLength(3);
    const now = made.value.versions.find(({ version }) => version === lesson?.version);
    expect(now?.files).toMatchObject([{ ref }]);
  });

  it("are listed page by page, and found by name", async () => {
    const query = { limit: 2 };
    const first = await owner.client("GET /api/content/pieces", { query });
    if (!first.ok) throw new Error(JSON.stringify(first.problem));
    const cursor = first.value.nextCursor ?? "";
    const second = await owner.client("GET /api/content/pieces", { query: { ...query, cursor } });
    const refs = [first, second].flatMap((page) => (page.ok ? page.value.items : []));
    expect(refs.map((one) => one.ref)).toHaveLength(4);
    expect(refs.map((one) => one.ref)).toEqual(refs.map((one) => one.ref).toSorted());
    const found = await owner.client("GET /api/content/pieces", { query: { search: "at rest" } });
    expect(found).toMatchObject({ ok: true, value: { items: [{ ref }], nextCursor: null } });
    const bad = await owner.client("GET /api/content/pieces", { query: { cursor: "???" } });
    expect(bad).toMatchObject({ ok: false, problem: { code: "bad-cursor" } });
  });
});
