import { expect, test } from "vitest";
import { isCreationOptions, isRequestOptions } from "./passkey-options.ts";

test("options to sign in carry a challenge", () => {
  expect(isRequestOptions({ challenge: "AAAA" })).toBe(true);
});

test("options to add a passkey also say for what and for whom", () => {
  expect(
    isCreationOptions({ challenge: "AAAA", rp: { name: "Checkride" }, user: { id: "BBBB" } }),
  ).toBe(true);
  expect(isCreationOptions({ challenge: "AAAA", rp: { name: "Checkride" } })).toBe(false);
});

test.each([null, undefined, "text", 3, {}, { challenge: 1 }])("%o are no options", (value) => {
  expect(isRequestOptions(value)).toBe(false);
  expect(isCreationOptions(value)).toBe(false);
});
