import { expect, test } from "vitest";
import { deviceProblem } from "./device-problem.ts";

const named = (name: string) => Object.assign(new Error("internal words"), { name });

test("a closed question is told apart from a wrong address", () => {
  expect(deviceProblem(named("NotAllowedError")).detail).toMatch(/closed/);
  expect(deviceProblem(named("SecurityError")).detail).toMatch(/https/);
});

test("what nobody foresaw still says how to go on, without the browser's own words", () => {
  const problem = deviceProblem(named("SomethingNew"));
  expect(problem.wayOut).toMatch(/password/);
  expect(problem.detail).not.toContain("internal words");
  expect(deviceProblem("text").code).toBe("passkey-not-accepted");
});
