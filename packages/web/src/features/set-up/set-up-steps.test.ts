import { expect, test } from "vitest";
import { stepAfter, stepOf } from "./set-up-steps.ts";

const fresh = { isNamed: false, hasPolicy: false, isSetUp: false };
const named = { ...fresh, isNamed: true };

test("without a name everything begins with the name, whatever the address says", () => {
  expect(stepOf("policy", fresh)).toBe("organisation");
});

test("the step in the address is gone to", () => {
  expect(stepOf("policy", named)).toBe("policy");
  expect(stepOf("organisation", named)).toBe("organisation");
});

test("a reload without a step goes on where it was left", () => {
  expect(stepOf(undefined, named)).toBe("people");
  expect(stepOf("nonsense", named)).toBe("people");
  expect(stepOf(undefined, { ...named, hasPolicy: true })).toBe("done");
  expect(stepOf(undefined, { ...named, isSetUp: true })).toBe("done");
});

test("the last step leads to itself", () => {
  expect(stepAfter("organisation")).toBe("people");
  expect(stepAfter("done")).toBe("done");
});
