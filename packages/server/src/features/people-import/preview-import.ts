import type { PeopleImport } from "@checkride/api/imports";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { newId } from "../../platform/ids.ts";
import type { ImportDeps } from "./deps.ts";
import { importView } from "./import-view.ts";
import { planImport } from "./plan-import.ts";
import { readFile } from "./read-file.ts";
import { insertImport, type Summary } from "./store.ts";

/** Whoever mends two hundred lines sees the pattern; the count says how many there are. */
const faultsShown = 200;

export const previewImport = async (
  context: RequestContext,
  deps: ImportDeps,
  text: string,
): Promise<Result<PeopleImport, Refusal>> => {
  const { db, now } = context;
  const file = await readFile(text);
  if (!file.ok) {
    const says = file.error.map((fault) => fault.says).join("; ");
    return refuse("csv-not-readable", `The file cannot be read: ${says}.`, {
      faults: file.error,
      wayOut: "Mend the file and send it again. Nothing was written.",
    });
  }
  const { rows, lines } = file.value;
  const plan = await planImport(db, deps, rows);
  const faults = [...file.value.faults, ...plan.faults].sort((a, b) => a.line - b.line);
  const { adds, changes, unchanged, absent, sample } = plan;
  const summary: Summary = {
    rows: lines,
    adds,
    changes,
    unchanged,
    absent,
    sample,
    faults: faults.slice(0, faultsShown),
    faultCount: faults.length,
    changed: 0,
  };
  const id = newId(now);
  const state = faults.length > 0 ? "faulty" : "ready";
  const kept = state === "ready" ? rows : [];
  const createdBy = actorOf(context).personId;
  await insertImport(db, { id, state, createdBy, now, summary, rows: kept });
  return ok(
    importView({ id, state, createdAt: now, done: 0, linksDue: 0, failure: null, summary }),
  );
};
