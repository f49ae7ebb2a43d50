import type { Problem } from "@checkride/api/problems";
import { expect, test } from "vitest";
import { faultOf, waitText } from "./problem-words.ts";

const problem = (more: Partial<Problem>): Problem => ({
  type: "about:blank",
  code: "bad-input",
  title: "The request does not fit this operation",
  status: 400,
  detail: "Two fields are wrong.",
  ...more,
});

test("a wait under a minute is told in seconds", () => {
  expect(waitText(problem({ retryAfterSeconds: 1 }))).toBe("Try again in 1 second.");
  expect(waitText(problem({ retryAfterSeconds: 45 }))).toBe("Try again in 45 seconds.");
});

test("a longer wait is rounded up to minutes, so that nobody comes back too early", () => {
  expect(waitText(problem({ retryAfterSeconds: 61 }))).toBe("Try again in 2 minutes.");
});

test("without a time there is nothing to wait for", () => {
  expect(waitText(problem({}))).toBeNull();
});

test("a fault finds its field, also when it lies deeper, and no other field", () => {
  const both = problem({
    faults: [
      { in: "body/email", says: "not an e-mail address" },
      { in: "body/roles/0", says: "no such role" },
    ],
  });
  expect(faultOf(both, "email")).toBe("Not an e-mail address.");
  expect(faultOf(both, "roles")).toBe("No such role.");
  expect(faultOf(both, "e")).toBeNull();
});
