import type { Check } from "@checkride/range/checks";
import { overwriting, roles, serves, unfitModels, unsigned } from "./serving.ts";
import {
  badRows,
  jobRights,
  oddButFine,
  secretsKept,
  tooMany,
  trains,
  twice,
  unpinned,
} from "./training.ts";

export const checks: readonly Check[] = [
  {
    id: "trains",
    half: "works",
    says: "A clean delivery trains a model that is right often enough, and stores it signed.",
    why: "The stored bytes are JSON with `weights` and `bias`, signed over name, line feed and bytes with the key of today.",
    cases: trains,
  },
  {
    id: "same-twice",
    half: "works",
    says: "The same delivery gives the same model, byte for byte.",
    why: "What cannot be repeated cannot be checked. Something in the job decides by chance.",
    cases: twice,
  },
  {
    id: "odd-rows-kept",
    half: "works",
    says: "Rows with strange notes and values at their limits are used.",
    why: "Only what is learned from has to fit. Commas, quotes and line ends in a note are what CSV is for.",
    cases: oddButFine,
  },
  {
    id: "serves",
    half: "works",
    says: "Signed models are pushed by publishers, and readers get their scores.",
    why: "Somebody may have several roles, and JSON may be written with other blanks.",
    cases: serves,
  },
  {
    id: "source-pinned",
    half: "attacks",
    says: "A delivery that is not the one of the job's digest is refused, and nothing of it is used.",
    why: "Whoever controls the address decides what is behind it tonight. The digest stands in a reviewed job.",
    cases: unpinned,
  },
  {
    id: "bad-rows-aside",
    half: "attacks",
    says: "Rows out of schema or range are set aside with line and reason, and the model stays good.",
    why: "Dropped silently, nobody learns that a source went bad. “nan” is a number to `float`, and no comparison with it holds.",
    cases: badRows,
  },
  {
    id: "flood-stops",
    half: "attacks",
    says: "When more than a fifth of the rows is set aside, or none is left, nothing is trained.",
    why: "A fifth is still accepted, one row more is not. What was set aside is handed over all the same.",
    cases: tooMany,
  },
  {
    id: "unfit-models-refused",
    half: "attacks",
    says: "A pickle, and whatever else is not three finite weights and a bias, is neither stored nor loaded, though signed.",
    why: "A signature says who. The format decides what loading can do; the reader, what it may contain.",
    cases: unfitModels,
  },
  {
    id: "signature-verified",
    half: "attacks",
    says: "Unsigned, exchanged or renamed models are refused at the push and at the pull, before they are read.",
    why: "A signature that is only checked on one side protects only that side. It covers the name too.",
    cases: unsigned,
  },
  {
    id: "roles-asked",
    half: "attacks",
    says: "Without the role nobody pushes or pulls, whatever the role they have is called.",
    why: "Compare whole names. Pushing is the right to deploy, pulling is the right to copy.",
    cases: (draw) => [...roles(draw), ...jobRights(draw)],
  },
  {
    id: "nothing-overwritten",
    half: "attacks",
    says: "A name that exists is not pushed again.",
    why: "What was reviewed under a name stays under it.",
    cases: overwriting,
  },
  {
    id: "secrets-unsaid",
    half: "attacks",
    says: "No secret reaches a log, a result or an error report, not even when the store fails or a secret is missing.",
    why: "An exception carries the one before it. `from None` cuts that off.",
    cases: secretsKept,
  },
];
