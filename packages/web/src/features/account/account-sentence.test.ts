import { expect, test } from "vitest";
import { accountSentence } from "./account-sentence.ts";

const passkey = {
  id: "1",
  name: "Mac",
  createdAt: "2026-11-01T00:00:00Z",
  lastUsedAt: null,
};

test.each([
  [[passkey], true, "You sign in with a passkey or a password."],
  [[passkey, { ...passkey, id: "2" }], false, "You sign in with 2 passkeys."],
  [[], true, "You sign in with a password."],
  [[], false, "You have no way to sign in but one-time links."],
])("passkeys and password make the sentence (%#)", (passkeys, hasPassword, sentence) => {
  expect(accountSentence({ passkeys, hasPassword })).toBe(sentence);
});
