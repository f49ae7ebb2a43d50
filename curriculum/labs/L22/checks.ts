import type { Check } from "@checkride/range/checks";
import { copies, guesses } from "./attacks.ts";
import { busy, flooded, odd, ordinary, walkers } from "./gates.ts";

export const checks: readonly Check[] = [
  {
    id: "model-copied",
    half: "attacks",
    says: "Your copy agrees with the open model on 98 of 100 patients, from 50 questions at most.",
    why: "The logarithm of p / (1 − p) is linear in the features. Where p is 0.000000 or 1.000000 it says nothing: begin where the model hesitates.",
    cases: copies,
  },
  {
    id: "members-guessed",
    half: "attacks",
    says: "Of ten pairs you name the one who was in the training data in eight or more.",
    why: "A model is surer of what it has seen. Sure of what? Of the label that is true.",
    cases: guesses,
  },
  {
    id: "partners-served",
    half: "works",
    says: "Twenty partners get the right band for each patient, mistyped ones asked again included, and nobody is flagged.",
    why: "An honest account asks again with one or two values mended a few times a week, and sometimes asks the very same twice.",
    cases: ordinary,
  },
  {
    id: "quota-used",
    half: "works",
    says: "Forty answers in any seven days are given, evenly or at once.",
    why: "What is seven days old no longer counts. A partner may use all that was agreed.",
    cases: busy,
  },
  {
    id: "quota-holds",
    half: "attacks",
    says: "The forty-first answer within seven days is refused, whatever day or week it falls on.",
    why: "A count that begins anew at midnight or on Monday gives twice as much around it. Refused questions take no place.",
    cases: flooded,
  },
  {
    id: "patients-only",
    half: "attacks",
    says: "What is no patient is refused, costs nothing and does not stop the service.",
    why: "Sixteen numbers from 0 to 1. In Python `True` is a number as well.",
    cases: odd,
  },
  {
    id: "walkers-found",
    half: "attacks",
    says: "Seven ways of walking feature by feature are flagged after nine answers at most, and nobody else is.",
    why: "Compare each question with all recent ones of the account, not only with the one before; nearly the same value is the same; walks may be slow, or hidden between others. And nothing finer than a band may leave.",
    cases: walkers,
  },
];
