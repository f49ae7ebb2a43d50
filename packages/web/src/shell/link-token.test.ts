import { expect, test } from "vitest";
import { readLinkToken } from "./link-token.ts";

test("the token is read from the fragment", () => {
  expect(readLinkToken("#link=abc_-123")).toBe("abc_-123");
});

test.each(["", "#", "#link=", "#other=1", "#links=abc"])("%o holds no token", (hash) => {
  expect(readLinkToken(hash)).toBeNull();
});
