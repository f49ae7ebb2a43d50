import type { Check } from "@checkride/range/checks";
import { contained } from "./containing.ts";
import {
  canaries,
  extracted,
  keysUnlearned,
  quietModels,
  rareUnlearned,
  stillGood,
} from "./learning.ts";
import { harmless, shapes } from "./scanning.ts";

export const checks: readonly Check[] = [
  {
    id: "keys-extracted",
    half: "attacks",
    says: "Your attack brings all live keys out of the old model, and nothing that is none.",
    why: "The most likely way on is the masked one. Follow every way that can still become a key.",
    cases: extracted,
  },
  {
    id: "harmless-kept",
    half: "works",
    says: "Commit hashes, digests, ids, placeholders and addresses without a password stay in the line.",
    why: "Long and random is not yet secret. Each shape has a beginning, a length and an end.",
    cases: harmless,
  },
  {
    id: "model-still-good",
    half: "works",
    says: "What is learned from the prepared lines expects ordinary lines as well as before, within a twentieth.",
    why: "Take out what is rare and long, not what is ordinary. Short numbers differ in every line and harm nobody.",
    cases: stillGood,
  },
  {
    id: "silence-is-silence",
    half: "works",
    says: "Canaries that the model never saw do not come back.",
    why: "Where the model knows nothing of a text, it gives no share to anything.",
    cases: quietModels,
  },
  {
    id: "shapes-caught",
    half: "attacks",
    says: "Keys of the five shapes are replaced in every surrounding, several in a line too.",
    why: "Keys stand in quotes, behind equals signs and before commas. Of an address only the password goes.",
    cases: shapes,
  },
  {
    id: "keys-unlearned",
    half: "attacks",
    says: "Keys that were printed again and again are not learned, not even a piece of them.",
    why: "Repeated is worse than rare: it is learned first. Only the scan finds it.",
    cases: keysUnlearned,
  },
  {
    id: "rare-unlearned",
    half: "attacks",
    says: "Values of no known shape are not learned either, be they in one line, in two, or in one that was printed many times.",
    why: "What only stands in one or two different lines is no pattern. The same line again is no second witness.",
    cases: rareUnlearned,
  },
  {
    id: "canaries-found",
    half: "attacks",
    says: "Canaries that can come back are found, though something else is more likely.",
    why: "An attacker tries again. Ask how likely each character of the value is, not whether it is the likeliest.",
    cases: canaries,
  },
  {
    id: "leak-contained",
    half: "attacks",
    says: "The new key is in use before the old one is revoked, and all models that can know it are withdrawn, and no others.",
    why: "Deleting the line does not take it out of the weights, nor out of models that were made from these.",
    cases: contained,
  },
];
