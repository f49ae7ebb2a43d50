import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, type JsonObject } from "./canonical.ts";
import { commit, leafData, leafHash, makeEntry, recordText } from "./entry.ts";
import { hashLeaf, sha256 } from "./hashes.ts";

const parts = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  at: "2026-05-03T09:30:00.000Z",
  kind: "lab.passed",
  commitment: sha256("anything"),
};
const salt = new Uint8Array(32).fill(7);
const body: JsonObject = { score: 0.9, lab: "prompt-injection-1" };

test("a commitment is SHA-256 of the salt and the canonical record", () => {
  const text = '{"actor":null,"body":{"lab":"prompt-injection-1","score":0.9},"person":"ada"}';
  const expected = sha256(Buffer.concat([salt, Buffer.from(text)]));
  expect(commit({ person: "ada", actor: null, body }, salt)).toEqual({ ok: true, value: expected });
});

test("person, actor, body and salt each change the commitment", () => {
  const record = { person: "ada", actor: "bob", body };
  const all = [
    commit(record, salt),
    commit({ ...record, person: null }, salt),
    commit({ ...record, actor: null }, salt),
    commit({ ...record, body: {} }, salt),
    commit(record, new Uint8Array(32)),
  ].map((result) => (result.ok ? result.value : "refused"));
  expect(new Set(all).size).toBe(5);
});

test("a record that JSON cannot carry is refused with its place", () => {
  const bad = commit({ person: "\ud800", actor: null, body: { x: Number.NaN } }, salt);
  const paths = bad.ok ? [] : bad.error.map(({ path }) => path);
  expect(paths).toEqual(["/person", "/body/x"]);
});

test("a salt of another length is a bug", () => {
  expect(() => commit({ person: null, actor: null, body }, new Uint8Array(16))).toThrow("32 bytes");
});

test("a record put together from canonical parts equals the canonical record", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.option(fc.string()), (person, actor) => {
      const whole = canonicalJson({ person, actor, body: { z: 1, a: person } });
      const bodyJson = canonicalJson({ a: person, z: 1 });
      if (!whole.ok || !bodyJson.ok) throw new Error("refused");
      const made = recordText(JSON.stringify(actor), bodyJson.value, JSON.stringify(person));
      expect(made).toBe(whole.value);
    }),
  );
});

test("leaf data is the canonical entry, whatever the kind is called", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }), (kind) => {
      const entry = makeEntry({ ...parts, kind });
      if (!entry.ok) return;
      expect(canonicalJson(entry.value)).toEqual({ ok: true, value: leafData(entry.value) });
      expect(leafHash(entry.value)).toBe(hashLeaf(Buffer.from(leafData(entry.value))));
    }),
  );
});

test("all faults of an entry are named", () => {
  const faulty = makeEntry({ id: "7", at: "yesterday", kind: "", commitment: "00" });
  const fields = faulty.ok ? [] : faulty.error.map(({ field }) => field);
  expect(fields).toEqual(["id", "at", "kind", "commitment"]);
});

test.each([
  "2026-05-03T09:30:00Z",
  "2026-05-03T09:30:00.000+00:00",
  "2026-02-31T00:00:00.000Z",
  "2026-05-03 09:30:00.000Z",
  "2026-13-01T00:00:00.000Z",
])("%s is no time of the ledger", (at) => {
  expect(makeEntry({ ...parts, at }).ok).toBe(false);
});

test.each(["a\u0000b", "two\nlines", "\ud83d", "x".repeat(201)])("kind %j is refused", (kind) => {
  expect(makeEntry({ ...parts, kind }).ok).toBe(false);
});
