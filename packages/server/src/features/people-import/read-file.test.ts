import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFile } from "./read-file.ts";

const read = async (text: string) => {
  const file = await readFile(text);
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value;
};
const faultsOf = async (text: string) => {
  const file = await readFile(text);
  return file.ok ? [] : file.error.map(({ says }) => says);
};

describe("a file of people", () => {
  it("is read with the headers that other programs write", async () => {
    const { rows, faults } = await read(
      "E-Mail;Full Name;Department;Job Title;Tier;Role;Start Date;repos\r\n" +
        'ADA@Example.org;"Okafor; Ada";Payments;Engineer;2;Learner;2025-03-01;"api;web; api;"\r\n' +
        "lin@example.org;Lin;;;;;;\r\n",
    );
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        email: "ada@example.org",
        name: "Okafor; Ada",
        team: "Payments",
        job: "Engineer",
        tier: 2,
        roles: ["learner"],
        startedAt: "2025-03-01T00:00:00.000Z",
        attributes: { repos: ["api", "web"] },
      },
      {
        line: 3,
        email: "lin@example.org",
        name: "Lin",
        team: null,
        job: null,
        tier: null,
        roles: null,
        startedAt: null,
        attributes: { repos: [] },
      },
    ]);
  });

  it("says every fault of every line, with what is allowed", async () => {
    const { faults, lines } = await read(
      "email,name,tier,roles,started_at\n" +
        "x,,4,boss;learner,2026-02-31\n" +
        "a@example.org,A,1,learner,2026-02-28\n" +
        "A@example.org,A again,,,\n" +
        "b@example.org,B\n",
    );
    expect(lines).toBe(4);
    expect(faults.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, "email", "x"],
      [2, "name", ""],
      [2, "tier", "4"],
      [2, "roles", "boss;learner"],
      [2, "started_at", "2026-02-31"],
      [4, "email", "a@example.org"],
      [5, null, null],
    ]);
    expect(faults.map(({ says }) => says).join("\n")).toMatch(
      /not an e-mail.*\n.*empty\n.*1 \(uses tools\).*\n.*owner, council, lead.*\n.*2026-05-03\n.*line 3.*\nhas 2 fields where the first line has 5/,
    );
  });

  it.each([
    ["", ["the file holds no people, only its first line at most"]],
    ["email,name\n", ["the file holds no people, only its first line at most"]],
    ["name,team\nx,y\n", ['there is no column "email"']],
    [
      "email,mail,Cost Center,\na,b,c,d\n",
      [
        'columns "email" and "mail" mean the same',
        expect.stringContaining('column "Cost Center" is not known'),
        "column 4 has no name",
        'there is no column "name"',
      ],
    ],
    ['email,name\na@example.org,"A\n', [expect.stringContaining("line 2 is never closed")]],
  ])("like %j cannot be read, and says why", async (text, says) => {
    expect(await faultsOf(text)).toEqual(says);
  });

  it.each([
    ["2026-05-03", "2026-05-03T00:00:00.000Z"],
    ["2026-05-03T10:00Z", "2026-05-03T10:00:00.000Z"],
    ["2026-05-03T10:00:00+02:00", "2026-05-03T08:00:00.000Z"],
    ["3.5.2026", null],
    ["05/03/2026", null],
    ["2026-13-01", null],
    ["2026-05-03T25:00Z", null],
    ["2026-05-03T10:00", null],
  ])("takes the date %j as %j", async (text, date) => {
    const { rows, faults } = await read(`email,name,started\na@example.org,A,${text}\n`);
    expect(rows[0]?.startedAt ?? null).toBe(date);
    expect(faults).toHaveLength(date === null ? 1 : 0);
  });

  it("never throws, whatever comes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), fc.boolean(), async (text, headed) => {
        await readFile(headed ? `email,name,tier,x\n${text}` : text);
      }),
    );
  });
});
