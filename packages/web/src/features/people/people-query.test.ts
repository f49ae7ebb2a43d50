import { describe, expect, it } from "vitest";
import { peopleQuery } from "./people-query.ts";

describe("peopleQuery", () => {
  it("takes from the address what the list can be filtered by", () => {
    const params = {
      search: " ada ",
      team: "Payments",
      role: "lead",
      tier: "2",
      status: "active",
      certificate: "safe-use",
      state: "overdue",
    };
    expect(peopleQuery(params)).toEqual({ ...params, search: "ada", tier: 2 });
  });

  it("leaves out what the server would refuse", () => {
    const params = {
      search: "  ",
      role: "king",
      tier: "4",
      status: "x",
      state: "great",
      other: "1",
    };
    expect(peopleQuery(params)).toEqual({});
  });
});
