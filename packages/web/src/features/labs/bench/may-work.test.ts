import { expect, it, test } from "vitest";
import { mayWork, owesChange } from "./may-work.ts";

const member = (isMe: boolean, hasChanged: boolean) => ({ id: "p", name: "P", isMe, hasChanged });
const alone = [member(true, true)];
const pair = [member(true, false), member(false, true)];

test.each([
  ["open", alone, true],
  ["verdict-passed", alone, false],
  ["verdict-passed", pair, true],
  ["done", pair, false],
  ["not-passed", pair, false],
] as const)("%s with %j: %s", (state, members, may) => {
  expect(mayWork({ state, members: [...members], board: null })).toBe(may);
});

it("who has not handed in a change still owes one, after the partner's attempt holds", () => {
  expect(owesChange({ state: "verdict-passed", members: pair, board: null })).toBe(true);
  expect(owesChange({ state: "open", members: pair, board: null })).toBe(false);
  expect(
    owesChange({
      state: "verdict-passed",
      members: pair.map((one) => ({ ...one, hasChanged: true })),
      board: null,
    }),
  ).toBe(false);
});
