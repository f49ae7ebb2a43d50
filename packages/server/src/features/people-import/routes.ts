import { ok } from "@checkride/rules/result";
import { type Route, route } from "../../platform/http/route.ts";
import type { ImportDeps } from "./deps.ts";
import { importView } from "./import-view.ts";
import { makeLinks } from "./make-links.ts";
import { previewImport } from "./preview-import.ts";
import { noSuchImport, startImport } from "./start-import.ts";
import { countLinksDue, readImport } from "./store.ts";

export const peopleImportRoutes = (deps: ImportDeps): readonly Route[] => [
  route("POST /api/people/imports", (context, { body }) => previewImport(context, deps, body)),
  route("GET /api/people/imports/{import}", async ({ db }, { params }) => {
    const entry = await readImport(db, params.import);
    if (!entry) return noSuchImport();
    return ok(importView({ ...entry, linksDue: await countLinksDue(db, entry.id) }));
  }),
  route("POST /api/people/imports/{import}/apply", (context, { params }) =>
    startImport(context, deps, params.import),
  ),
  route("POST /api/people/imports/{import}/links", (context, { params }) =>
    makeLinks(context, deps, params.import),
  ),
];
