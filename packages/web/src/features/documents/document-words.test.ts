import type { DocumentCard, MySign } from "@checkride/api/documents";
import { expect, test } from "vitest";
import { documentsSentence, signSentence } from "./document-words.ts";

const mine = (more: Partial<MySign>): MySign => ({
  state: "unsigned",
  signedVersion: null,
  signedAt: null,
  signBy: null,
  askedBy: [{ id: "c", title: "Certificate" }],
  ...more,
});

const card = (title: string, own: MySign | null): DocumentCard => ({
  id: title,
  title,
  kind: "policy",
  version: 2,
  minutes: 5,
  mine: own,
});

test("a document that waits is named", () => {
  expect(documentsSentence([card("The policy", mine({})), card("A card", null)])).toBe(
    "The policy is waiting for your signature.",
  );
});

test("a changed document says that it is to be signed again", () => {
  const changed = mine({ state: "sign-again", signedVersion: 1, signBy: "2027-01-05T12:00:00Z" });
  expect(documentsSentence([card("The policy", changed)])).toContain("sign again");
  expect(signSentence("The policy", changed, "UTC")).toBe(
    "The policy has changed since you signed version 1. Sign the new version by 5 January 2027.",
  );
});

test("what is signed says which version and when", () => {
  const signed = mine({ state: "signed", signedVersion: 2, signedAt: "2026-11-21T12:00:00Z" });
  expect(signSentence("The policy", signed, "UTC")).toBe(
    "You signed The policy, version 2, on 21 November 2026.",
  );
  expect(documentsSentence([card("The policy", signed)])).toBe(
    "Everything you have to sign is signed.",
  );
});

test("a document that nobody asks for can be signed all the same", () => {
  expect(signSentence("The policy", mine({ askedBy: [] }))).toContain("if you like");
});
