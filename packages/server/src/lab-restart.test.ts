import { createRange } from "@checkride/range/run-cases";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertAttempt } from "./features/labs/attempt-store.ts";
import { beginLab } from "./features/labs/begin-lab.ts";
import { findMine } from "./features/labs/find-lab.ts";
import {
  attempt,
  begin,
  evidenceOf,
  got,
  later,
  main,
  outcomeOf,
  show,
  submit,
} from "./features/labs/labs.test-data.ts";
import { regrade } from "./features/labs/regrade.ts";
import { createTestApp, type TestApp } from "./test-app.ts";
import { rightCode, withTestLabs, wrongCode } from "./test-labs.ts";
import { wire } from "./wiring.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({}, withTestLabs);
});
afterAll(() => app.close());

/** Another process on the same database. */
const otherProcess = () => {
  const range = createRange({ atOnce: 1 });
  const { labs } = wire({ ...app.parts, range });
  return {
    labs,
    close: async () => {
      await labs.grader.close();
      await labs.book.close();
      await range.close();
    },
  };
};

describe("attempts that wait", () => {
  it("are graded once by whoever comes first, when the process that took them is gone", async () => {
    const person = await app.signIn("learner");
    const { id } = await begin(person, "T01");
    const gone = otherProcess();
    const { seed, version } = await app.db
      .selectFrom("labWorkspace")
      .select(["seed", "version"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const left = "01900000-0000-7000-8000-000000000001";
    const now = app.clock.now();
    const row = {
      id: left,
      workspaceId: id,
      number: 1,
      personId: person.id,
      at: now,
      files: main(rightCode),
      submissionHash: "x",
      seed: `${seed} 1`,
      version,
      hasChanged: true,
    };
    await insertAttempt(app.db, row, gone.labs.grader.lease(now));
    const [one, two] = [otherProcess(), otherProcess()];
    expect(await one.labs.grader.takeUp()).toEqual([]);
    later(app, 1);
    const taken = await Promise.all([one, two].map(({ labs }) => labs.grader.takeUp()));
    expect(taken.flat()).toEqual([left]);
    const shown = await outcomeOf(person, id, left);
    expect(shown).toMatchObject({ state: "graded", verdict: { passed: true } });
    expect(await evidenceOf(app, person.id, "activity.attempted")).toHaveLength(1);
    await Promise.all([gone, one, two].map(({ close }) => close()));
  });

  it("are graded again under the content of then", async () => {
    const person = await app.signIn("learner");
    const { id } = await begin(person, "T01");
    const passed = await attempt(person, id, main(rightCode));
    const { content } = app.parts.curriculum;
    const old = content.labs.get("T01");
    const harder = new TextEncoder().encode("export const checks = [];");
    const checks = { file: "checks.ts", path: "checks.ts", bytes: harder };
    const files = new Map([...(old?.files ?? []), ["checks.ts", checks]]);
    const labs = new Map([...content.labs, ["T01", { id: "T01", folder: "labs/T01", files }]]);
    const curriculum = { ...app.parts.curriculum, content: { ...content, labs } };
    const range = createRange({ atOnce: 1 });
    const { labs: deps } = wire({ ...app.parts, curriculum, range });
    expect(await deps.book.inForce("T01")).toMatchObject({ ok: false });
    expect(await regrade(app.db, deps, passed.id, person.id)).toMatchObject({
      ok: true,
      value: { same: true, recorded: true },
    });
    await deps.book.close();
    await range.close();
  });

  it("count for nothing where the range itself fails", async () => {
    const person = await app.signIn("learner");
    const { id } = await begin(person, "T02");
    const code = await begin(person, "T01");
    await app.parts.range.close();
    const answer = got(await submit(person, code.id, main(wrongCode)));
    expect(await outcomeOf(person, code.id, answer.id)).toMatchObject({
      state: "not-graded",
      verdict: null,
    });
    expect((await show(person, id)).state).toBe("open");
    expect(await evidenceOf(app, person.id, "activity.attempted")).toEqual([]);
    const { labs } = got(await person.client("GET /api/labs", {}));
    expect(labs.find((lab) => lab.id === "T01")).toMatchObject({ attempts: 0, points: null });
  });

  it("do not keep anybody from beginning again when their version cannot be played any more", async () => {
    const person = await app.signIn("learner");
    const { id } = await begin(person, "T02");
    const handedIn = await attempt(person, id, [{ path: "answer.json", text: "{}" }]);
    const open = await begin(person, "T02");
    const broken = JSON.stringify([{ path: "lab.yaml", text: "id: T02" }]);
    await app.db.updateTable("labVersion").set("files", sql`${broken}::json`).execute();
    const { labs, close } = otherProcess();
    const ask = { lab: "T02", personId: person.id, now: app.clock.now() };
    expect(await findMine(app.db, labs, open.id, person.id)).toMatchObject({ ok: false });
    expect(await beginLab(app.db, labs, ask)).toMatchObject({
      ok: true,
      value: { workspace: { me: { number: 3 } } },
    });
    await close();
    const auditor = otherProcess();
    expect(await regrade(app.db, auditor.labs, handedIn.id, person.id)).toMatchObject({
      ok: true,
      value: { same: false, again: [] },
    });
    await auditor.close();
  });
});
