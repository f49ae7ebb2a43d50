import type { PersonStanding } from "@checkride/api/standing";
import { expect, test } from "vitest";
import {
  aRemedy,
  aStanding,
  closedGate,
  missing,
  now,
  ofPerson,
  openGate,
} from "./standing.test-data.ts";
import { standingSub } from "./standing-sub.ts";

const pieces = (more: Partial<PersonStanding>) =>
  standingSub({ standing: ofPerson(more), now, zone: "UTC" });
const text = (more: Partial<PersonStanding>) =>
  pieces(more)
    .map((piece) => piece.text)
    .join("")
    .trim();

test("the closed gate is named, with the certificate it needs and what that lacks", () => {
  const more = { standings: [aStanding(), missing()], gates: [openGate(), closedGate()] };
  expect(text(more)).toBe(
    "One of two certificates is held. One gate is closed to you: model-keys/production needs Secure AI integration, which lacks one lab. Secure AI integration is due by 15 January 2027.",
  );
  expect(pieces(more)).toContainEqual({ as: "code", text: "model-keys/production" });
  expect(pieces(more)).toContainEqual({ as: "strong", text: "Secure AI integration" });
});

test("several closed gates are listed, very many only counted", () => {
  const gates = ["a", "b", "c"].map((gate) => closedGate({ gate }));
  expect(text({ standings: [missing()], gates })).toContain(
    "Three gates are closed to you: a, b and c.",
  );
  const many = ["a", "b", "c", "d", "e"].map((gate) => closedGate({ gate }));
  expect(text({ standings: [missing()], gates: many })).toContain("Five gates are closed to you.");
});

test("a gate that only warns is told apart", () => {
  const gates = [closedGate({ enforced: false, mode: "warn" })];
  const said = text({ standings: [missing()], gates });
  expect(said).toContain("One gate would be closed to you and only says so for now.");
  expect(said).not.toContain("is closed to you");
});

test("what is due next is told in days", () => {
  const due = aStanding({
    state: "due",
    title: "AI incident response",
    validUntil: "2027-02-14T00:00:00Z",
  });
  expect(text({ standings: [aStanding(), due] })).toBe(
    "Both certificates asked of you are held. AI incident response wants a refresher in 82 days.",
  );
});

test("what is missing for the certificate is counted by kind", () => {
  const remedy = [
    aRemedy(),
    aRemedy({ ref: "lesson/1" }),
    aRemedy({ kind: "sign-off", ref: "document/x" }),
  ];
  expect(text({ standings: [missing({ remedy })], gates: [closedGate()] })).toContain(
    "which lacks one lab, one lesson and one sign-off.",
  );
});

test("with nothing to add, nothing is added", () => {
  expect(pieces({})).toEqual([]);
});

test("no policy and no account each have their way on", () => {
  expect(text({ policy: null, standings: [] })).toMatch(/applies a policy/);
  expect(text({ person: { ...ofPerson().person, status: "deactivated" } })).toMatch(/owner/);
});
