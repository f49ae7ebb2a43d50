import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { answerTo, withTestBank } from "../../test-bank.ts";
import { bringIntoForce } from "../../test-policy.ts";

const got = <T>(answer: { ok: true; value: T } | { ok: false; problem: object }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

const policy = `checkride: 1
name: Test
audiences:
  all: { title: Everybody, because: everybody is asked, who: everyone }
certificates:
  basics: { title: The basics, for: [all], track: t1, asks: [{ lab: L26 }] }
gates:
  deploy/production: { title: Deploy, mode: enforce, asks: [basics] }
exemptions: []
approvals: { count: 0, roles: [council] }
`;

describe("competencies", () => {
  let app: TestApp;
  let owner: TestPerson;
  beforeAll(async () => {
    app = await createTestApp({}, withTestBank);
    owner = await app.signIn("owner");
    await bringIntoForce(owner, policy);
  });
  afterAll(() => app.close());

  const profileOf = async (person: TestPerson) =>
    got(await person.client("GET /api/competencies", {}));
  const sit = async (person: TestPerson): Promise<void> => {
    const begun = got(await person.client("POST /api/assessments/baseline/tries", {}));
    const params = { try: begun.id };
    for (let { next } = begun; next; ) {
      const answer = answerTo(next.exercise, next.level === 1);
      const body = { place: next.place, answer, sure: 2 as const };
      next = got(
        await person.client("POST /api/assessment-tries/{try}/answers", { params, body }),
      ).next;
    }
  };
  const passed = (person: TestPerson, activity: string) =>
    appendEvidence(app.db, [
      {
        kind: "activity.passed",
        person: person.id,
        actor: person.id,
        body: { activity },
        at: app.clock.now(),
      },
    ]);
  const joinTeam = async (person: TestPerson, team: string) => {
    const params = { person: person.id };
    const { version } = got(await owner.client("GET /api/people/{person}", { params }));
    got(await owner.client("PATCH /api/people/{person}", { params, body: { version, team } }));
  };
  const rowIn = (profile: Awaited<ReturnType<typeof profileOf>>, id: string) =>
    profile.competencies.find(({ competency }) => competency === id);

  it("are not known at first, and the way on begins with the assessment", async () => {
    const profile = await profileOf(await app.signIn("learner"));
    expect(profile.tracks).toEqual([{ id: "t1", title: expect.any(String) }]);
    expect(profile.competencies.every(({ level }) => level === null)).toBe(true);
    expect(rowIn(profile, "A")).toMatchObject({ expected: 2, expectedBy: ["t1"] });
    expect(profile.path[0]).toMatchObject({ kind: "assessment", id: "baseline" });
  });

  it("lead from the largest gap to lessons and labs of the own tracks", async () => {
    const learner = await app.signIn("learner");
    await sit(learner);
    const profile = await profileOf(learner);
    expect(rowIn(profile, "A")).toMatchObject({ level: 1, expected: 2, from: [{ kind: "items" }] });
    expect(profile.path.length).toBeGreaterThan(0);
    expect(profile.path.every(({ why }) => why === "gap")).toBe(true);
    expect(profile.path.map(({ competency }) => competency)).not.toContain("C");
    const minutes = profile.path.reduce((sum, step) => sum + step.minutes, 0);
    expect(profile.pathMinutes).toBe(minutes);
  });

  it("rise by a passed lab and never by reading", async () => {
    const learner = await app.signIn("learner");
    await sit(learner);
    const practised = app.wired.assessment.competencies.practised();
    const lab = [...practised].find(([, about]) => about.includes("A"))?.[0];
    if (!lab) throw new Error("no lab is about A");
    await passed(learner, "lesson/m01-1");
    expect(rowIn(await profileOf(learner), "A")?.level).toBe(1);
    await passed(learner, `lab/${lab}`);
    await passed(learner, `lab/${lab}`);
    expect(rowIn(await profileOf(learner), "A")).toMatchObject({
      level: 2,
      from: [{ kind: "items" }, { kind: "lab", lab }],
    });
  });

  it("of a team are counts, and nothing under five people", async () => {
    const team = "Payments";
    const lead = await app.signIn("lead");
    await joinTeam(lead, team);
    const ask = (person: TestPerson, of = team) =>
      person.client("GET /api/teams/{team}/competencies", { params: { team: of } });
    const members: TestPerson[] = [];
    for (let n = 0; n < 5; n++) members.push(await app.signIn("learner"));
    for (const member of members.slice(0, 3)) await joinTeam(member, team);
    expect(got(await ask(lead))).toEqual({
      team,
      people: 4,
      known: null,
      competencies: [],
      shown: false,
    });
    for (const member of members.slice(3)) await joinTeam(member, team);
    for (const member of members.slice(0, 4)) await sit(member);
    expect(got(await ask(lead))).toMatchObject({ people: 6, shown: false, competencies: [] });
    const [, , , , last] = members;
    if (last) await sit(last);
    const shown = got(await ask(lead));
    expect(shown).toMatchObject({ people: 6, known: 5, shown: true });
    const row = shown.competencies.find(({ competency }) => competency === "A");
    expect(row).toMatchObject({ levels: [0, 5, 0, 0], below: 5, expected: 6 });
    for (const { id } of members) expect(JSON.stringify(shown)).not.toContain(id);
    expect(got(await ask(owner)).shown).toBe(true);
    const other = await app.signIn("lead");
    for (const asker of [other, members[0] ?? other]) {
      expect(await ask(asker)).toMatchObject({ ok: false, problem: { status: 404 } });
    }
    const teams = got(await lead.client("GET /api/teams/competencies", {}));
    expect(teams.teams).toEqual([team]);
  });
});
