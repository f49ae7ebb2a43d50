import { readFileSync } from "node:fs";
import type { Hash } from "./hashes.ts";

const read = (name: string): string =>
  readFileSync(new URL(`./vectors/${name}.json`, import.meta.url), "utf8");

type Rfc6962Vectors = {
  leaves: string[];
  emptyRoot: Hash;
  leafHashes: Hash[];
  roots: Hash[];
  randomHash: Hash;
  inclusion: { index: number; size: number; proof: Hash[] }[];
  consistency: { from: number; to: number; proof: Hash[] }[];
};
export const rfc6962: Rfc6962Vectors = JSON.parse(read("rfc6962"));

type AccumulatedVectors = { leaves: number; subtreeHashes: Hash; subtreeInclusionProofs: Hash };
export const accumulated: AccumulatedVectors = JSON.parse(read("accumulated"));

type Argon2020Vectors = {
  size: number;
  root: Hash;
  leafIndex: number;
  leafInputBase64: string;
  inclusion: Hash[];
  olderSize: number;
  olderRoot: Hash;
  consistency: Hash[];
};
export const argon2020: Argon2020Vectors = JSON.parse(read("argon2020"));

type SignedNoteVectors = {
  text: string;
  peter: { vkey: string; skey: string; line: string };
  enoch: { vkey: string; line: string };
  badVkeys: string[];
  checkpoints: { vkey: string; origin: string; size: number; note: string }[];
};
export const signedNote: SignedNoteVectors = JSON.parse(read("signed-note"));

type Rfc8785Vectors = {
  pairs: { name: string; input: string; output: string }[];
  numbers: [bits: string, text: string][];
};
export const rfc8785: Rfc8785Vectors = JSON.parse(read("rfc8785"));
