import { describe, expect, it } from "vitest";
import { makeProof } from "./proof.test-data.ts";
import { type ProofCheck, verdictOf, verifyProof } from "./verify-proof.ts";

const outcomes = (checks: readonly ProofCheck[]) =>
  Object.fromEntries(checks.map(({ step, outcome }) => [step, outcome]));

const allHold = {
  record: "holds",
  leaf: "holds",
  path: "holds",
  checkpoint: "holds",
  signature: "holds",
};

describe("verifyProof", () => {
  it("holds for a fact, its path and its signed checkpoint", async () => {
    const checks = await verifyProof(await makeProof());
    expect(outcomes(checks)).toEqual(allHold);
    expect(verdictOf(checks)).toBe("Verified in this browser, from the record to the signature.");
  });

  it("points at the record when the body was changed", async () => {
    const proof = await makeProof();
    const changed = { ...proof, row: { ...proof.row, body: { ...proof.row.body, passed: false } } };
    const checks = await verifyProof(changed);
    expect(outcomes(checks)).toEqual({ ...allHold, record: "fails" });
    expect(verdictOf(checks)).toBe("This proof does not hold: look at the record.");
  });

  it("points at the record when another person is shown", async () => {
    const proof = await makeProof();
    const checks = await verifyProof({ ...proof, row: { ...proof.row, person: null } });
    expect(outcomes(checks)).toEqual({ ...allHold, record: "fails" });
  });

  it("points at the leaf when the time was changed", async () => {
    const proof = await makeProof();
    const row = { ...proof.row, at: "2026-05-04T09:30:00.000Z" };
    expect(outcomes(await verifyProof({ ...proof, row }))).toEqual({ ...allHold, leaf: "fails" });
  });

  it("points at the path when a neighbour is wrong, missing or no hash", async () => {
    const proof = await makeProof();
    const [first = ""] = proof.inclusion;
    for (const inclusion of [[first, first], [first], [first, "no hash"]]) {
      const checks = await verifyProof({ ...proof, inclusion });
      expect(outcomes(checks)).toEqual({ ...allHold, path: "fails" });
    }
  });

  it("points at the path when the place in the tree is another", async () => {
    const proof = await makeProof();
    for (const seq of [0, 2, 3, null]) {
      const checks = await verifyProof({ ...proof, row: { ...proof.row, seq } });
      expect(outcomes(checks)).toEqual({ ...allHold, path: "fails" });
    }
  });

  it("points at checkpoint and signature when the checkpoint names another size", async () => {
    const proof = await makeProof();
    const checkpoint = proof.checkpoint.replace("\n3\n", "\n4\n");
    expect(outcomes(await verifyProof({ ...proof, checkpoint }))).toEqual({
      ...allHold,
      checkpoint: "fails",
      signature: "fails",
    });
  });

  it("points at the signature when another key is shown", async () => {
    const proof = await makeProof();
    const { vkey } = await makeProof();
    const checks = await verifyProof({ ...proof, vkey });
    expect(outcomes(checks)).toEqual({ ...allHold, signature: "fails" });
  });

  it("fails without throwing when checkpoint and key cannot be read", async () => {
    const checks = await verifyProof({ ...(await makeProof()), checkpoint: "", vkey: "x" });
    expect(outcomes(checks)).toEqual({ ...allHold, checkpoint: "fails", signature: "fails" });
  });

  it("says what still holds of an erased fact", async () => {
    const proof = await makeProof();
    const row = { ...proof.row, body: null, person: null, erased: true };
    const checks = await verifyProof({ ...proof, row, salt: null });
    expect(outcomes(checks)).toEqual({ ...allHold, record: "not-checked" });
    expect(verdictOf(checks)).toBe(
      "Verified in this browser: the leaf, the path to the root, the checkpoint and the signature. Not checked: the record.",
    );
  });
});
