import { coverageStates } from "@checkride/rules/threat-coverage";
import { z } from "zod";
import { operation } from "./operation.ts";
import { instant } from "./shared-shapes.ts";

const activity = z.object({
  /** `lesson/m01-1`, `lab/L17` */
  ref: z.string(),
  title: z.string(),
  installed: z.boolean(),
});

/** Of whom a track that teaches it is asked, and how many of these have passed something of it. */
const people = z.object({
  exposed: z.number().int(),
  /** Passed a lab of it or, where there is none, a lesson; null: fewer than five are exposed. */
  hold: z.number().int().nullable(),
});

const threat = z.object({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  url: z.string().nullable(),
  kind: z.string().nullable(),
  parent: z.string().nullable(),
  related: z.array(z.string()),
  state: z.enum(coverageStates),
  lessons: z.array(activity),
  labs: z.array(activity),
  questions: z.number().int(),
  decided: z.object({ as: z.enum(["lesson-only", "not-trained"]), because: z.string() }).nullable(),
  /** Null while they are being counted, and for who may not see counts. */
  people: people.nullable(),
});
export type ThreatView = z.infer<typeof threat>;

const taxonomyHead = {
  /** Names the edition in addresses. */
  id: z.string(),
  taxonomy: z.string(),
  version: z.string(),
  released: z.string().nullable(),
  source: z.string().nullable(),
  license: z.string().nullable(),
};

const counts = z.object({
  practised: z.number().int(),
  taught: z.number().int(),
  planned: z.number().int(),
  decided: z.number().int(),
  open: z.number().int(),
});

const taxonomyCard = z.object({
  ...taxonomyHead,
  counts,
  /** Loaded through the page; null: it came with the product or the curriculum folder. */
  loadedAt: instant.nullable(),
});
export type TaxonomyCard = z.infer<typeof taxonomyCard>;

const taxonomyView = z.object({
  ...taxonomyHead,
  counts,
  loadedAt: instant.nullable(),
  threats: z.array(threat),
  countedAt: instant.nullable(),
});
export type TaxonomyView = z.infer<typeof taxonomyView>;

const named = z.object({ id: z.string(), name: z.string() });

const taxonomyPreview = z.object({
  taxonomy: z.string(),
  version: z.string(),
  entries: z.number().int(),
  /** The edition whose place it takes; null: it stands beside the others. */
  replaces: z.object({ id: z.string(), version: z.string() }).nullable(),
  added: z.array(named),
  gone: z.array(named),
  renamed: z.array(z.object({ id: z.string(), from: z.string(), to: z.string() })),
  /** What nothing teaches and nobody has decided on, new entries first. */
  uncovered: z.array(named),
});
export type TaxonomyPreview = z.infer<typeof taxonomyPreview>;

/** Our own JSON shape, or ATLAS as MITRE distributes it (YAML or JSON). */
const file = { type: "application/octet-stream", maxBytes: 8_000_000 } as const;

export const coverageOperations = {
  "GET /api/coverage": operation({
    summary: "List the threat lists with how much of each is taught",
    access: "coverage:read",
    answer: z.object({ taxonomies: z.array(taxonomyCard) }),
  }),
  "GET /api/coverage/{taxonomy}": operation({
    summary:
      "Show each threat of a list with its lessons, labs and how many exposed people hold it",
    access: "coverage:read",
    params: z.object({ taxonomy: z.string().min(1).max(200) }),
    answer: taxonomyView,
    problems: ["not-found"],
  }),
  "POST /api/taxonomy-previews": operation({
    summary: "Say what a newer threat list would change, without changing anything",
    access: "content:write",
    bodyText: file,
    answer: taxonomyPreview,
    problems: ["bad-taxonomy"],
  }),
  "POST /api/taxonomies": operation({
    summary: "Load a newer threat list",
    access: "content:write",
    bodyText: file,
    answer: taxonomyPreview,
    problems: ["bad-taxonomy"],
  }),
  "DELETE /api/taxonomies/{taxonomy}": operation({
    summary: "Take a loaded threat list away again; the one that came with the product is back",
    access: "content:write",
    params: z.object({ taxonomy: z.string().min(1).max(200) }),
    problems: ["not-found"],
  }),
};
