import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { curriculumFolder } from "../../platform/folders.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce } from "../../test-policy.ts";

const contentType = "application/octet-stream";
const atlasFile = join(curriculumFolder(), "threats", "mitre-atlas.json");

/** ATLAS as it ships, a year later: one technique more, one renamed. */
const newerAtlas = (): string => {
  const list: { version: string; items: { id: string; name: string }[] } = JSON.parse(
    readFileSync(atlasFile, "utf8"),
  );
  list.version = "6.0.0";
  const [first] = list.items;
  if (first) first.name = "Reconnaissance of models";
  list.items.push({ id: "AML.T9001", name: "Thought Smuggling" });
  return JSON.stringify(list);
};

describe("threat coverage", () => {
  let app: TestApp;
  let owner: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    owner = await app.signIn("owner");
    await bringIntoForce(owner, app.parts.curriculum.builtInPolicy);
  });
  afterAll(() => app.close());

  const listOf = async (name: RegExp) => {
    const lists = await owner.client("GET /api/coverage", {});
    if (!lists.ok) throw new Error(lists.problem.detail);
    const found = lists.value.taxonomies.find(({ taxonomy }) => name.test(taxonomy));
    if (!found) throw new Error(`no list ${name}`);
    return found;
  };
  const threatsOf = async (id: string, person = owner) => {
    const shown = await person.client("GET /api/coverage/{taxonomy}", { params: { taxonomy: id } });
    if (!shown.ok) throw new Error(shown.problem.detail);
    return shown.value;
  };

  it("shows every shipped list, each threat with its lessons and labs", async () => {
    const { id, counts } = await listOf(/LLM Applications/);
    const { threats } = await threatsOf(id);
    expect(threats).toHaveLength(10);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(10);
    const [injection] = threats;
    expect(injection?.lessons.map(({ ref }) => ref)).toContain("lesson/m02-1");
    expect(injection?.labs.map(({ ref }) => ref)).toContain("lab/L01");
  });

  it("counts who of those it is asked of has passed something of it, and hides counts under five", async () => {
    const list = await listOf(/Agentic/);
    const before = (await threatsOf(list.id)).threats[0]?.people;
    expect(before?.hold ?? null).toBeNull();
    for (let n = 0; n < 5; n++) await app.signIn("learner");
    const everybody = await app.db.selectFrom("person").select("id").execute();
    const now = app.clock.now();
    const standing = { certificate: "applied-safety", state: "none", required: true } as const;
    await app.db
      .insertInto("standing")
      .values(
        everybody.map(({ id }) => ({
          ...standing,
          personId: id,
          holds: false,
          overdue: false,
          validUntil: null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const [somebody] = everybody;
    const isTaught = ({ lessons }: Pick<(typeof all)[number], "lessons">) =>
      lessons.some(({ ref }) => ref === "lesson/m04-1");
    const all = (await threatsOf(list.id)).threats;
    // Where it can be practised, a lab counts and the lesson does not.
    const refs = ["lesson/m04-1", ...(all.find(isTaught)?.labs ?? []).map(({ ref }) => ref)];
    const passed = (activity: string) => ({
      kind: "activity.passed",
      person: somebody?.id ?? null,
      actor: owner.id,
      body: { activity, version: "x" },
      at: now,
    });
    await app.db.transaction().execute((tx) => appendEvidence(tx, refs.map(passed)));
    app.clock.set(new Date(now.getTime() + 11 * 60_000));
    owner = await app.comeBack(owner);
    const { threats, countedAt } = await threatsOf(list.id);
    const taught = threats.find(isTaught);
    expect(countedAt).not.toBeNull();
    expect(taught?.people?.exposed).toBeGreaterThanOrEqual(5);
    expect(taught?.people?.hold).toBe(1);
  });

  it("says what a newer ATLAS would change before it does, and then shows it as uncovered", async () => {
    const before = await listOf(/ATLAS/);
    const preview = await owner.client("POST /api/taxonomy-previews", {
      body: newerAtlas(),
      contentType,
    });
    if (!preview.ok) throw new Error(preview.problem.detail);
    expect(preview.value).toMatchObject({
      version: "6.0.0",
      replaces: { id: before.id },
      added: [{ id: "AML.T9001", name: "Thought Smuggling" }],
      gone: [],
      renamed: [{ to: "Reconnaissance of models" }],
    });
    expect(preview.value.uncovered[0]).toEqual({ id: "AML.T9001", name: "Thought Smuggling" });
    expect((await listOf(/ATLAS/)).version).toBe(before.version);

    const loaded = await owner.client("POST /api/taxonomies", { body: newerAtlas(), contentType });
    expect(loaded.ok).toBe(true);
    const after = await listOf(/ATLAS/);
    expect(after).toMatchObject({ version: "6.0.0", loadedAt: app.clock.now().toISOString() });
    const { threats } = await threatsOf(after.id);
    expect(threats.find(({ id }) => id === "AML.T9001")?.state).toBe("open");
    const kinds = await app.db
      .selectFrom("evidence")
      .select("body")
      .where("kind", "=", "taxonomy.loaded")
      .execute();
    expect(kinds[0]?.body).toMatchObject({ version: "6.0.0", added: 1, gone: 0 });

    const away = await owner.client("DELETE /api/taxonomies/{taxonomy}", {
      params: { taxonomy: after.id },
    });
    expect(away.ok).toBe(true);
    expect((await listOf(/ATLAS/)).version).toBe(before.version);
  });

  it.each([
    ["no file at all", ""],
    ["a picture", "\u0089PNG\r\n"],
    ["a list without names", '{"taxonomy":"X","version":"1","items":[{"id":"A"}]}'],
  ])("refuses %s, says why, and keeps what is there", async (_, body) => {
    const before = await listOf(/ATLAS/);
    const refused = await owner.client("POST /api/taxonomies", { body, contentType });
    expect(refused).toMatchObject({ ok: false, problem: { code: "bad-taxonomy" } });
    if (!refused.ok) expect(refused.problem.faults?.length).toBeGreaterThan(0);
    expect(await listOf(/ATLAS/)).toEqual(before);
  });

  it("shows no counts to who may not see them, and lets nobody but an owner load a list", async () => {
    const council = await app.signIn("council");
    const refused = await council.client("POST /api/taxonomies", {
      body: newerAtlas(),
      contentType,
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: "not-permitted" } });
    const learner = await app.signIn("learner");
    expect((await learner.client("GET /api/coverage", {})).ok).toBe(false);
  });
});
