import { generateKeyPairSync } from "node:crypto";
import { signCheckpoint } from "@checkride/ledger/checkpoint";
import { commit, leafHash, makeEntry } from "@checkride/ledger/entry";
import { makeSigner } from "@checkride/ledger/note";
import { inclusionRanges } from "@checkride/ledger/ranges";
import { rootOfLeaves } from "@checkride/ledger/tree";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inclusionPath } from "../packages/web/src/features/evidence/inclusion-path.ts";
import { verifyProof } from "../packages/web/src/features/evidence/verify-proof.ts";

const signer = makeSigner("ledger.example.org", generateKeyPairSync("ed25519").privateKey);
const at = "2026-05-03T09:30:00.000Z";
const idOf = (seq: number) => `0198b5c0-0000-7000-8000-${String(seq).padStart(12, "0")}`;

const sealed = (seq: number, body: Record<string, fc.JsonValue>) => {
  const salt = Buffer.alloc(32, seq);
  const commitment = commit(
    { person: idOf(99), actor: null, body: JSON.parse(JSON.stringify(body)) },
    salt,
  );
  if (!commitment.ok) throw new Error("the body has no canonical form");
  const parts = { id: idOf(seq), at, kind: "activity.passed", commitment: commitment.value };
  const entry = makeEntry(parts);
  if (!entry.ok) throw new Error("the entry is not valid");
  return { salt: salt.toString("hex"), commitment: commitment.value, leaf: leafHash(entry.value) };
};

/** What the server answers for fact `seq` of a ledger with these bodies, made by the ledger itself. */
const proofOf = (bodies: readonly Record<string, fc.JsonValue>[], seq: number) => {
  const facts = bodies.map((body, i) => sealed(i, body));
  const leaves = facts.map(({ leaf }) => leaf);
  const root = rootOfLeaves(leaves);
  const size = leaves.length;
  const [fact, body] = [facts[seq], bodies[seq]];
  if (!fact || !body) throw new Error("there is no such fact");
  const person = { id: idOf(99), name: "Ada Okafor" };
  const row = { id: idOf(seq), at, kind: "activity.passed", person, actor: null, body };
  return {
    ...fact,
    row: { ...row, erased: false, seq },
    size,
    root,
    inclusion: inclusionRanges(seq, size).map(({ start, end }) =>
      rootOfLeaves(leaves.slice(start, end)),
    ),
    checkpoint: signCheckpoint({ origin: "ledger.example.org", size, root }, signer),
    vkey: signer.vkey,
  };
};

const bodies = fc.array(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), {
  minLength: 1,
  maxLength: 20,
});

describe("a proof of the ledger in the browser", () => {
  it("holds in every step, for any body at any place of any tree", async () => {
    const cases = bodies.chain((drawn) =>
      fc.tuple(fc.constant(drawn), fc.nat({ max: drawn.length - 1 })),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([drawn, seq]) => {
        const checks = await verifyProof(proofOf(drawn, seq));
        expect(checks.map(({ outcome }) => outcome)).toEqual(Array(5).fill("holds"));
      }),
      { numRuns: 60 },
    );
  });

  it("asks for the same neighbours as the ledger, in the same order", () => {
    const place = fc
      .integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
      .chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)));
    fc.assert(
      fc.property(place, ([index, size]) => {
        expect(
          inclusionPath(index, size)?.map(({ first, last }) => ({ start: first, end: last + 1 })),
        ).toEqual(inclusionRanges(index, size));
      }),
    );
  });
});
