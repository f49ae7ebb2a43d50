import type { Check } from "@checkride/range/checks";
import { breaks, ordinary, secrets, words, writers } from "./appending.ts";
import { edits, forks, growth, models, moves, rewrites, sound, swappedModels } from "./auditing.ts";

export const checks: readonly Check[] = [
  {
    id: "runs-logged",
    half: "works",
    says: "A run becomes one entry with all its fields, quotes and umlauts in them too.",
    why: "What was said must come out of the line again as it was. Let a JSON writer do the quoting.",
    cases: ordinary,
  },
  {
    id: "words-kept",
    half: "works",
    says: "Texts and parameters that only look like secrets stay as they are.",
    why: "`max_tokens` is no token. A filter that eats parameters makes the log useless, and is switched off.",
    cases: words,
  },
  {
    id: "sound-log-holds",
    half: "works",
    says: "A sound log has no faults, with anchors and without, and may grow after the last one.",
    why: "The chain begins with an empty `prev`. An anchor speaks of the entries up to its count, not of later ones.",
    cases: sound,
  },
  {
    id: "copies-may-grow",
    half: "works",
    says: "A copy that is older, but otherwise the same, is no fork.",
    why: "A log that was read yesterday is shorter. That is all that differs.",
    cases: growth,
  },
  {
    id: "models-load",
    half: "works",
    says: "The model of the newest anchored entry of a run loads.",
    why: "An anchor may stand anywhere in the list; the one with the highest count is the newest.",
    cases: models,
  },
  {
    id: "one-entry-one-line",
    half: "attacks",
    says: "No sign in a text ends a line, leaves its field or moves the text in a viewer.",
    why: "There are more line ends than one. Only printable ASCII in the line, everything else escaped.",
    cases: breaks,
  },
  {
    id: "secrets-replaced",
    half: "attacks",
    says: "Secrets in texts and parameters do not reach the log; what stands around them does.",
    why: "An entry can never be taken out again, so a secret has to be stopped before. Look into lists and objects as well.",
    cases: secrets,
  },
  {
    id: "writers-lose-nothing",
    half: "attacks",
    says: "Entries of others who write at the same time are kept, and the chain goes through them.",
    why: "Between reading and writing others are faster, several times if need be. Add only after the line that you have seen, else look again.",
    cases: writers,
  },
  {
    id: "edits-found",
    half: "attacks",
    says: "An edited line, or one that is no entry, is found and located.",
    why: "Each line is compared with the digest of the line before as it stands, every sign of it. A line that cannot be read is broken, not skipped.",
    cases: edits,
  },
  {
    id: "moves-found",
    half: "attacks",
    says: "Entries that were deleted, swapped or doubled are found and located.",
    why: "Walk on after the first break, with the digest of the line that is there.",
    cases: moves,
  },
  {
    id: "rewrites-found",
    half: "attacks",
    says: "A log that was cut off or chained anew is found by its anchors.",
    why: "Rewriting a chain takes milliseconds. What lies elsewhere cannot be rewritten with it.",
    cases: rewrites,
  },
  {
    id: "forks-found",
    half: "attacks",
    says: "Two copies that tell different stories are found, with the entry where they part.",
    why: "Each copy may be perfect. Somebody has to compare them, entry by entry.",
    cases: forks,
  },
  {
    id: "swapped-models-refused",
    half: "attacks",
    says: "A model loads only if the log holds and an anchored entry says exactly this.",
    why: "An entry since the last anchor can still be replaced without a trace; whoever swaps the model can write one.",
    cases: swappedModels,
  },
];
