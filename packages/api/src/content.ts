import { z } from "zod";
import { operation } from "./operation.ts";
import { instant, uuid } from "./shared-shapes.ts";

/** `shipped` came with the product, `own` lies in the organisation's own folder. */
export const contentFolders = ["shipped", "own"] as const;

const contentFault = z.object({
  folder: z.enum(contentFolders),
  /** From the folder on; null: the folder itself. */
  file: z.string().nullable(),
  line: z.number().int(),
  column: z.number().int(),
  severity: z.enum(["error", "warning"]),
  says: z.string(),
  cure: z.string().nullable(),
  /** What people see of this file meanwhile; `nothing`: it never was in force. */
  serves: z.enum(["as-it-is", "last-good", "nothing"]),
  /** Since when the version that is served is in force; null where none ever was. */
  servedSince: instant.nullable(),
});
export type ContentFault = z.infer<typeof contentFault>;

export const freshness = ["fresh", "soon", "stale"] as const;

const reviewed = z.object({
  kind: z.enum(["module", "lesson", "item", "document"]),
  id: z.string(),
  title: z.string(),
  /** Null for items: they belong to their competency. */
  owner: z.string().nullable(),
  reviewed: z.string(),
  reviewBy: z.string(),
  /** `soon`: due within 30 days. */
  state: z.enum(freshness),
});
export type ReviewedPiece = z.infer<typeof reviewed>;

const contentHealth = z.object({
  /** When the folders were read last. */
  readAt: instant,
  /** Null: no folder of the organisation's own is set up. */
  ownFolder: z.object({ readable: z.boolean() }).nullable(),
  faults: z.array(contentFault),
  /** Modules, lessons, items and documents whose review is due or soon due, the latest first. */
  reviews: z.array(reviewed),
  counts: z.object({
    pieces: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
    stale: z.number().int(),
    soon: z.number().int(),
    /** Changes that wait for approval. */
    waiting: z.number().int(),
    openFeedback: z.number().int(),
    flaggedItems: z.number().int(),
  }),
  /** Questions whose answers say that something is wrong with them. */
  flaggedItems: z.array(
    z.object({ item: z.string(), topic: z.string(), flags: z.array(z.string()) }),
  ),
  /** Modules with feedback that nobody has answered yet. */
  feedback: z.array(
    z.object({
      module: z.string(),
      title: z.string(),
      owner: z.string().nullable(),
      open: z.number().int(),
    }),
  ),
});
export type ContentHealth = z.infer<typeof contentHealth>;

export const contentChangeStates = [
  "waiting",
  "in-force",
  "refused",
  /** The file changed again, or back, before anybody decided. */
  "overtaken",
] as const;

const who = z.object({ id: uuid.nullable(), name: z.string() });

const contentChange = z.object({
  id: uuid,
  /** `shipped/modules/m01/m01-1.md` */
  ref: z.string(),
  title: z.string(),
  kind: z.enum(["added", "changed", "removed"]),
  /** SHA-256 of the texts; null: there was none, or will be none. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  foundAt: instant,
  state: z.enum(contentChangeStates),
  inForceAt: instant.nullable(),
  approvals: z.array(who.extend({ at: instant, note: z.string() })),
  approvalsNeeded: z.number().int(),
  refused: who.extend({ at: instant, reason: z.string() }).nullable(),
});
export type ContentChange = z.infer<typeof contentChange>;

const difference = z.array(
  z.object({
    kind: z.enum(["same", "added", "removed"]),
    before: z.number().int().nullable(),
    after: z.number().int().nullable(),
    text: z.string(),
  }),
);

const contentChangeView = contentChange.extend({ difference });
export type ContentChangeView = z.infer<typeof contentChangeView>;

const contentPiece = z.object({
  ref: z.string(),
  title: z.string(),
  version: z.string(),
  since: instant,
});
export type ContentPiece = z.infer<typeof contentPiece>;

const pieceVersion = z.object({
  version: z.string(),
  title: z.string(),
  /** Each time at which it came into force, the newest first. */
  since: z.array(instant),
  inForce: z.boolean(),
});
export type PieceVersion = z.infer<typeof pieceVersion>;

const pieceText = z.object({
  ref: z.string(),
  title: z.string(),
  version: z.string(),
  text: z.string(),
  /** The version before it; null for the first. */
  against: z.string().nullable(),
  difference: difference.nullable(),
});
export type PieceText = z.infer<typeof pieceText>;

const madeVersion = z.object({
  version: z.string(),
  since: instant,
  /** The files that it was made of, each in its version. */
  files: z.array(z.object({ ref: z.string(), version: z.string() })),
});
export type MadeVersion = z.infer<typeof madeVersion>;

const changeParam = z.object({ change: uuid });
const refParam = z.object({ ref: z.string().min(1).max(400) });

export const contentOperations = {
  "GET /api/content/health": operation({
    summary: "Show faults, reviews that are due, questions that mislead and open feedback",
    access: "content:read",
    answer: contentHealth,
  }),
  "POST /api/content/reload": operation({
    summary: "Read the folders anew",
    access: "content:write",
    answer: z.object({
      inForce: z.number().int(),
      waiting: z.number().int(),
      errors: z.number().int(),
    }),
  }),
  "GET /api/content/changes": operation({
    summary: "List changes of the content, the newest first",
    access: "content:read",
    query: z.object({
      state: z.enum(contentChangeStates).optional(),
      cursor: z.string().max(300).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      /** What the policy in force asks for; null: changes come into force at once. */
      asks: z.object({ approvals: z.number().int(), roles: z.array(z.string()) }).nullable(),
      items: z.array(contentChange),
      nextCursor: z.string().nullable(),
    }),
    problems: ["bad-cursor"],
  }),
  "GET /api/content/changes/{change}": operation({
    summary: "Show a change line by line",
    access: "content:read",
    params: changeParam,
    answer: contentChangeView,
    problems: ["not-found", "not-permitted"],
  }),
  "POST /api/content/changes/{change}/approvals": operation({
    summary: "Approve a change; with the last approval it comes into force",
    access: "content:approve",
    params: changeParam,
    body: z.strictObject({ note: z.string().trim().max(2000).default("") }),
    answer: contentChange,
    problems: ["not-found", "proposal-closed", "not-permitted"],
  }),
  "POST /api/content/changes/{change}/refusals": operation({
    summary: "Refuse a change; what was in force stays",
    access: "content:approve",
    params: changeParam,
    body: z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
    answer: contentChange,
    problems: ["not-found", "proposal-closed", "not-permitted"],
  }),
  "GET /api/content/pieces": operation({
    summary: "List the files in force, by name",
    access: "content:read",
    query: z.object({
      /** A part of the name or title. */
      search: z.string().trim().max(100).default(""),
      cursor: z.string().max(800).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ items: z.array(contentPiece), nextCursor: z.string().nullable() }),
    problems: ["bad-cursor"],
  }),
  "GET /api/content/pieces/{ref}/versions": operation({
    summary: "List every version of a file that was ever in force",
    access: "content:read",
    params: refParam,
    answer: z.object({ ref: z.string(), versions: z.array(pieceVersion) }),
    problems: ["not-found"],
  }),
  "GET /api/content/pieces/{ref}/versions/{version}": operation({
    summary: "Show a file as it was in a version, with the difference to the one before",
    access: "content:read",
    params: refParam.extend({ version: z.string().min(1).max(64) }),
    answer: pieceText,
    problems: ["not-found", "not-permitted"],
  }),
  "GET /api/content/activities/{activity}/versions": operation({
    summary: "Say of which files the versions were made that evidence names",
    access: "content:read",
    /** `lesson/m01-1`, `module/m01`, `case/samsung-2023`, `item/a1-1` */
    params: z.object({ activity: z.string().min(1).max(200) }),
    answer: z.object({ activity: z.string(), versions: z.array(madeVersion) }),
    problems: ["not-found"],
  }),
};
