import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ExpectedThreat, judgeThreats, misplaced } from "./judge-threats.ts";

const expected = (id: string, actions: readonly string[]): ExpectedThreat => ({
  id,
  at: ["refund", "call"],
  actions,
  effects: ["money"],
  mitigations: ["limit"],
});
const limits = expected("limits", ["instruct"]);
const sum = expected("sum", ["repeat", "instruct"]);
const threat = (id: string, action: string, effect = "money") => ({
  id,
  at: "refund",
  action,
  effect,
  how: "",
});
const foundIds = (list: readonly ReturnType<typeof threat>[]) =>
  [...judgeThreats(list, [sum, limits], []).found.values()].map(({ id }) => id).toSorted();

describe("threats", () => {
  it("are found whatever their order, also where words fit two", () => {
    const [one, other] = [threat("1", "instruct"), threat("2", "repeat")];
    expect(foundIds([one, other])).toEqual(["limits", "sum"]);
    expect(foundIds([other, one])).toEqual(["limits", "sum"]);
  });

  it("said twice count once, and are not wrong", () => {
    const twice = [threat("1", "repeat"), threat("2", "repeat")];
    expect(foundIds(twice)).toEqual(["sum"]);
    expect(judgeThreats(twice, [sum, limits], []).wrong).toEqual([]);
  });

  it("that nobody expects are wrong, unless they are true besides", () => {
    const odd = threat("1", "repeat", "annoyance");
    expect(judgeThreats([odd], [sum], []).wrong).toEqual([odd]);
    const true_ = { ...sum, effects: ["annoyance"] };
    expect(judgeThreats([odd], [sum], [true_])).toMatchObject({ wrong: [], extra: [odd] });
  });

  it("are each found, wrong, extra or said before; more threats never find less", () => {
    const any = fc.array(
      fc.record({
        action: fc.constantFrom("instruct", "repeat", "other"),
        effect: fc.constantFrom("money", "cost"),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(any, (list) => {
        const all = list.map(({ action, effect }, at) => threat(`${at}`, action, effect));
        const judged = judgeThreats(all, [sum, limits], []);
        expect(judged.found.size + judged.wrong.length).toBeLessThanOrEqual(all.length);
        expect(judged.found.size).toBeGreaterThanOrEqual(foundIds(all.slice(1)).length);
      }),
    );
  });
});

it("what is in no zone is misplaced, and so is what is in a wrong one", () => {
  const right = new Map([
    ["chat", ["outside"]],
    ["api", ["ours", "core"]],
    ["bot", ["ours"]],
  ]);
  const zones = [
    { component: "chat", zone: "ours" },
    { component: "api", zone: "core" },
  ];
  expect(misplaced(right, zones)).toEqual(["chat", "bot"]);
});
