import type { TaxonomyPreview } from "@checkride/api/coverage";
import { readTaxonomy } from "@checkride/curriculum-reader/read-taxonomy";
import { taxonomyId } from "@checkride/curriculum-reader/read-threats";
import { ok, type Result } from "@checkride/rules/result";
import {
  type Taxonomy,
  type ThreatEntry,
  taxonomyDifference,
} from "@checkride/rules/threat-coverage";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { coverageOf } from "./coverage-of.ts";
import type { CoverageDeps } from "./deps.ts";
import { readLoaded, removeLoaded, writeLoaded } from "./store.ts";
import { listsInForce, replacedBy } from "./threat-lists.ts";

const named = ({ id, name }: ThreatEntry) => ({ id, name });

const readList = (file: string): Result<Taxonomy, Refusal> => {
  const read = readTaxonomy(file);
  if (read.ok) return read;
  return refuse("bad-taxonomy", "The file is no list of threats that can be read.", {
    wayOut: "Take dist/ATLAS.yaml of MITRE, or a file of the shape of those in curriculum/threats.",
    faults: read.error.map((says) => ({ in: "body", says })),
  });
};

/** What would change; nothing does. */
export const previewList = async (
  db: Database,
  deps: CoverageDeps,
  file: string,
): Promise<Result<TaxonomyPreview, Refusal>> => {
  const read = readList(file);
  if (!read.ok) return read;
  const list = read.value;
  const before = replacedBy(listsInForce(deps.threats().taxonomies, await readLoaded(db)), list);
  const difference = taxonomyDifference(before?.list ?? { ...list, items: [] }, list);
  const isNew = new Set(difference.added.map(({ id }) => id));
  const open = coverageOf(deps, { list })
    .filter(({ state }) => state === "open")
    .map(({ entry }) => entry);
  return ok({
    taxonomy: list.taxonomy,
    version: list.version,
    entries: list.items.length,
    replaces: before && { id: before.id, version: before.list.version },
    added: difference.added.map(named),
    gone: difference.gone.map(named),
    renamed: [...difference.renamed],
    uncovered: [
      ...open.filter(({ id }) => isNew.has(id)),
      ...open.filter(({ id }) => !isNew.has(id)),
    ].map(named),
  });
};

type Who = { readonly actor: string; readonly now: Date };

/** From now on in force; what it says is evidence by version and size. */
export const loadList = async (
  tx: Database,
  deps: CoverageDeps,
  file: string,
  { actor, now }: Who,
): Promise<Result<TaxonomyPreview, Refusal>> => {
  const preview = await previewList(tx, deps, file);
  if (!preview.ok) return preview;
  const read = readList(file);
  if (!read.ok) return read;
  const { taxonomy, version, entries, added, gone, replaces } = preview.value;
  // A loaded list that this one replaces would come back when this one is taken away: that is meant.
  await writeLoaded(tx, taxonomyId(read.value), read.value, actor, now);
  const body = {
    taxonomy,
    version,
    replaces: replaces?.version ?? null,
    entries,
    added: added.length,
    gone: gone.length,
  };
  await appendEvidence(tx, [{ kind: "taxonomy.loaded", person: null, actor, body, at: now }]);
  return preview;
};

export const takeListAway = async (
  tx: Database,
  id: string,
  { actor, now }: Who,
): Promise<Result<undefined, Refusal>> => {
  if (!(await removeLoaded(tx, id))) {
    return refuse("not-found", "No list of this name was loaded; those that ship stay.");
  }
  const body = { taxonomy: id };
  await appendEvidence(tx, [{ kind: "taxonomy.removed", person: null, actor, body, at: now }]);
  return ok(undefined);
};
