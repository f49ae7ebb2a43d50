import { describe, expect, it } from "vitest";
import { makeDemoPeople } from "./demo-people.ts";
import { makeDice } from "./demo-random.ts";

describe("the demo's people", () => {
  const people = makeDemoPeople(makeDice(7300));

  it("are about 400 in 12 teams, the same each time", () => {
    expect(people.length).toBeGreaterThan(380);
    expect(people.length).toBeLessThan(420);
    expect(new Set(people.map((person) => person.team)).size).toBe(12);
    expect(makeDemoPeople(makeDice(7300))).toEqual(people);
    expect(makeDemoPeople(makeDice(7301))).not.toEqual(people);
  });

  it("have addresses of their own under a name that nobody can register", () => {
    const addresses = people.map((person) => person.email);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.every((address) => address.endsWith(".example"))).toBe(true);
  });

  it("fill every role, with a lead and a champion in each team", () => {
    const roles = people.flatMap((person) => person.roles);
    for (const role of ["owner", "council", "auditor", "learner"] as const) {
      expect(roles).toContain(role);
    }
    expect(roles.filter((role) => role === "lead").length).toBe(12);
    expect(roles.filter((role) => role === "champion").length).toBe(12);
  });
});
