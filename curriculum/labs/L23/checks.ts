import type { Check } from "@checkride/range/checks";
import { clamped, fromSource, people, plain, scaled } from "./noise.ts";
import { answered, oddQuestions, together, usedUp } from "./releasing.ts";

export const checks: readonly Check[] = [
  {
    id: "answers-useful",
    half: "works",
    says: "With a large epsilon, counts and sums come out close to the truth.",
    why: "The exact answer stands in the middle of the noise, for groups in which nobody is as well.",
    cases: plain,
  },
  {
    id: "budget-pays",
    half: "works",
    says: "Answers are given as long as the budget lasts, to its last thousandth, each data set from its own.",
    why: "What is left may be exactly what an answer costs. Another data set has another budget.",
    cases: answered,
  },
  {
    id: "noise-fits",
    half: "attacks",
    says: "The noise is that of Laplace, with the scale of one person's largest contribution over epsilon.",
    why: "Of 1,000 answers the size, the middle and the tail were looked at. The scale comes from the agreed limits: what follows from the data tells about the data.",
    cases: scaled,
  },
  {
    id: "noise-unforeseen",
    half: "attacks",
    says: "The noise comes from the secure source and from nothing else, and no value of it is a surprise.",
    why: "Who can foretell the noise subtracts it. Zero is a possible value, and its logarithm is none.",
    cases: fromSource,
  },
  {
    id: "people-counted",
    half: "attacks",
    says: "People are counted, not their rows.",
    why: "Who has twelve rows changes a count of rows by twelve. The noise was made for one.",
    cases: people,
  },
  {
    id: "sums-clamped",
    half: "attacks",
    says: "What one person adds to a sum is clamped to the agreed limits, all rows together.",
    why: "Clamped row by row, twelve rows are twelve times the limit.",
    cases: clamped,
  },
  {
    id: "budget-ends",
    half: "attacks",
    says: "The same question costs each time, and when the budget does not suffice nothing is read.",
    why: "Free answers average out. Charge first, then read.",
    cases: usedUp,
  },
  {
    id: "budget-shared",
    half: "attacks",
    says: "Others who ask at the same time cannot make the budget go below zero, nor get an answer for nothing.",
    why: "Between looking and paying it may have become less. `change_budget` says whether it did.",
    cases: together,
  },
  {
    id: "odd-questions-refused",
    half: "attacks",
    says: "An epsilon or a question that is none is refused, costs nothing and reads nothing.",
    why: "A negative price fills the budget. `True` is a number to Python, and so is 10 to the power of 300.",
    cases: oddQuestions,
  },
];
