import type { Check } from "@checkride/range/checks";
import { bent, inOrder, parts, ranked, uncorrelated } from "./models.ts";
import { elsewhere, latePruned, placePruned, usefulKept } from "./plant.ts";

export const checks: readonly Check[] = [
  {
    id: "importance-right",
    half: "works",
    says: "The importance of a column is the accuracy that is lost when its values are shuffled.",
    why: "Ask the model with one column mixed, all others as they were, and compare with the labels. Average over ten shuffles or more.",
    cases: ranked,
  },
  {
    id: "model-asked",
    half: "attacks",
    says: "What goes with the label is not important unless the model uses it, and what counts only in pairs is.",
    why: "A correlation asks the data. You want to know about the model.",
    cases: uncorrelated,
  },
  {
    id: "really-shuffled",
    half: "attacks",
    says: "A table that is sorted, or whose values are far from 0, changes nothing.",
    why: "Among neighbours the values are alike, so moving a column by one row shows nothing. A zero is a value that the model has never seen.",
    cases: inOrder,
  },
  {
    id: "parts-right",
    half: "works",
    says: "What a column adds to a score is measured against the background.",
    why: "The score of the row, less the score with this column taken from others. Against zero every large number looks important.",
    cases: parts,
  },
  {
    id: "bends-seen",
    half: "attacks",
    says: "That is right for models with bends and pairs too.",
    why: "Take the value of each row of the background in turn and average the scores, not the values.",
    cases: bent,
  },
  {
    id: "useful-kept",
    half: "works",
    says: "No useful column is left out, whatever it is called, and however different it is from plant to plant.",
    why: "Presses are loaded differently in every plant, and load still causes faults. Only what says little else than the place goes.",
    cases: usefulKept,
  },
  {
    id: "late-columns-out",
    half: "attacks",
    says: "Columns that are filled after the moment of the prediction are left out.",
    why: "In production they are empty. In the table they know the answer.",
    cases: latePruned,
  },
  {
    id: "places-out",
    half: "attacks",
    says: "Columns that say little else than the plant are left out.",
    why: "Compare how much a column varies between plants with how much it varies at all. A few exceptions do not make it another column.",
    cases: placePruned,
  },
  {
    id: "works-elsewhere",
    half: "attacks",
    says: "In a plant that nobody has seen, at least 80 of 100 predictions are right.",
    why: "There the late columns are empty and the codes mean something else. What is left has to carry the model.",
    cases: elsewhere,
  },
];
