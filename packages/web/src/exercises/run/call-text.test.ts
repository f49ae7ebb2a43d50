import { expect, test } from "vitest";
import { callText } from "./call-text.ts";

const call = { calls: "safe", args: ["../x", true, [1, { a: null }]], returns: null } as const;

test("a call reads as the language writes it", () => {
  expect(callText({ ...call, language: "python" })).toBe(
    'safe("../x", True, [1, {"a": None}]) → None',
  );
  expect(callText({ ...call, language: "ts" })).toBe('safe("../x", true, [1,{"a":null}]) → null');
});
