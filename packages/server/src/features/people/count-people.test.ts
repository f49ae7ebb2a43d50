import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hiddenTeams } from "./count-people.ts";

const sizes = fc.uniqueArray(
  fc.record({
    team: fc.option(fc.string({ minLength: 1, maxLength: 3 }), { nil: null }),
    people: fc.integer({ min: 1, max: 12 }),
  }),
  { selector: ({ team }) => team, maxLength: 12 },
);

describe("teams in counts", () => {
  it("joins a small one with the smallest others until they are five", () => {
    const hidden = hiddenTeams([
      { team: "a", people: 2 },
      { team: "b", people: 9 },
      { team: "c", people: 6 },
    ]);
    expect([...hidden].sort()).toEqual(["a", "c"]);
  });

  it("shows no number of fewer than five people, unless there are no more at all", () => {
    fc.assert(
      fc.property(sizes, (teams) => {
        const hidden = hiddenTeams(teams);
        const sum = teams
          .filter(({ team }) => hidden.has(team))
          .reduce((total, { people }) => total + people, 0);
        const everybody = teams.reduce((total, { people }) => total + people, 0);
        const shown = teams.filter(({ team }) => !hidden.has(team));
        expect(shown.every(({ people }) => people >= 5)).toBe(true);
        expect(sum === 0 || sum >= 5 || sum === everybody).toBe(true);
      }),
    );
  });
});
