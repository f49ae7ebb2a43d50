import type { Check } from "@checkride/range/checks";
import { alone, changes, finds, fullLists, groups, shapes, tenants } from "./search-cases.ts";
import {
  approvals,
  foreignGroups,
  ownReads,
  reads,
  replacesNothing,
  reviewed,
  waits,
} from "./upload-cases.ts";

export const checks: readonly Check[] = [
  {
    id: "own-documents-found",
    half: "works",
    says: "People find the best five of what they may read, in all of their groups.",
    why: "In the order in which the database gives them, by question, company and groups.",
    cases: finds,
  },
  {
    id: "lists-stay-full",
    half: "works",
    says: "Beside a very long document others are found too: five results, at most two of each document.",
    why: "Ask again without the documents that have their two, until the list is full or nothing is left.",
    cases: fullLists,
  },
  {
    id: "reviewed-uploads-found",
    half: "works",
    says: "What somebody uploads and a reviewer of the company approves is found.",
    why: "Holding back for ever is no review.",
    cases: reviewed,
  },
  {
    id: "tenant-walls",
    half: "attacks",
    says: "Another company's texts change neither what is found nor how much, whatever the arguments say.",
    why: "Give the database the company of the session as a condition. What is filtered afterwards has pushed out own results.",
    cases: tenants,
  },
  {
    id: "group-walls",
    half: "attacks",
    says: "The same holds for groups that one is not in, and for people who are in none.",
    why: "Ask the directory, never the arguments. An empty list is no condition for this database.",
    cases: groups,
  },
  {
    id: "rights-of-now",
    half: "attacks",
    says: "Who joins or leaves a group sees that at the next search and the next reading.",
    why: "Rights that were copied are rights of yesterday.",
    cases: (draw) => [...changes(draw), ...ownReads(draw)],
  },
  {
    id: "read-by-id",
    half: "attacks",
    says: "A text that one may not read cannot be read by its id either; it is null, like one that does not exist.",
    why: "Ids are passed on and guessed. Ask at every door.",
    cases: reads,
  },
  {
    id: "no-scores",
    half: "attacks",
    says: "Results are `id`, `source`, `title`, `text` and `trust`, and only what staff wrote is `staff`.",
    why: "A score tells how a text ranks among others. And the model has to know whose words it reads.",
    cases: shapes,
  },
  {
    id: "one-document-twice",
    half: "attacks",
    says: "One document gives two results at most, also where nothing else fits.",
    why: "A text that was written to rank first should not be all that the model reads.",
    cases: alone,
  },
  {
    id: "uploads-wait",
    half: "attacks",
    says: "An upload waits, in the uploader's company and name, whatever its fields say, and replaces nothing.",
    why: "Take three fields of a document and write the others yourself.",
    cases: (draw) => [...waits(draw), ...replacesNothing(draw)],
  },
  {
    id: "uploads-in-own-groups",
    half: "attacks",
    says: "Nobody uploads into a group that they are not in; that is null, and nothing is stored.",
    why: "A text in the board's group speaks to the board.",
    cases: foreignGroups,
  },
  {
    id: "four-eyes",
    half: "attacks",
    says: "Only a reviewer of the company approves, never an upload of their own, and never one that does not exist.",
    why: "Look at all chunks of the document: whose they are and who brought them.",
    cases: approvals,
  },
];
