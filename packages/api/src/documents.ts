import { z } from "zod";
import { id, named, signStates } from "./curriculum.ts";
import { prose } from "./exercises.ts";
import { operation } from "./operation.ts";
import { instant, uuid } from "./shared-shapes.ts";

export const documentKinds = ["policy", "card", "checklist", "template", "guide"] as const;

/** What I signed, and whether it is still what the document says. */
const mySign = z.object({
  state: z.enum(signStates),
  signedVersion: z.number().int().nullable(),
  signedAt: instant.nullable(),
  signBy: instant.nullable(),
  /** The certificates that ask it of me. */
  askedBy: z.array(named),
});
export type MySign = z.infer<typeof mySign>;

const documentCard = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(documentKinds),
  version: z.number().int(),
  minutes: z.number().int(),
  /** Null where there is nothing to sign. */
  mine: mySign.nullable(),
});
export type DocumentCard = z.infer<typeof documentCard>;

const difference = z.array(
  z.object({
    kind: z.enum(["same", "added", "removed"]),
    before: z.number().int().nullable(),
    after: z.number().int().nullable(),
    text: z.string(),
  }),
);

const editionCard = z.object({
  version: z.number().int(),
  /** SHA-256 of its words, as it stands in the evidence of a sign-off. */
  sha256: z.string(),
  since: instant,
  signedAt: instant.nullable(),
});

const documentView = documentCard.extend({
  owner: z.string().nullable(),
  reviewed: z.string().nullable(),
  reviewBy: z.string().nullable(),
  sha256: z.string(),
  text: prose,
  /** The sentences that are signed. */
  signOff: z.string().nullable(),
  /** Every version that was ever in force here, the newest first. */
  versions: z.array(editionCard),
});
export type DocumentView = z.infer<typeof documentView>;

const oldDocument = editionCard.extend({
  title: z.string(),
  text: prose,
  signOff: z.string().nullable(),
  /** Against the version before; null for the first. */
  difference: difference.nullable(),
});
export type OldDocument = z.infer<typeof oldDocument>;

export const documentOperations = {
  "GET /api/documents": operation({
    summary: "List policies, rule cards, checklists and templates",
    access: "learning:own",
    answer: z.object({ documents: z.array(documentCard) }),
  }),
  "GET /api/documents/{document}": operation({
    summary: "Show a document, its versions, and what one signed of it",
    access: "learning:own",
    params: z.object({ document: id }),
    answer: documentView,
    problems: ["not-found"],
  }),
  "GET /api/documents/{document}/versions/{version}": operation({
    summary: "Show a document as it was in a version, with the difference to the one before",
    access: "learning:own",
    params: z.object({ document: id, version: z.coerce.number().int().min(1) }),
    /** Which words, where they changed without a new number. */
    query: z.object({ sha256: z.string().max(64).optional() }),
    answer: oldDocument,
    problems: ["not-found"],
  }),
  "POST /api/documents/{document}/sign-offs": operation({
    summary: "Sign a document in the version that was read",
    access: "learning:own",
    repeatable: true,
    params: z.object({ document: id }),
    body: z.strictObject({
      version: z.int().min(1),
      /** Of the words that were read; where it is given, other words are not signed. */
      sha256: z.string().max(64).optional(),
    }),
    answer: z.object({ evidence: uuid, mine: mySign }),
    problems: ["not-found", "newer-version", "nothing-to-sign"],
  }),
};
