import { fail, ok, type Result } from "@checkride/rules/result";
import { z } from "zod";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { readChange } from "./change-store.ts";
import type { BookState, ContentBook } from "./content-book.ts";
import { approveChange, noSuchChange, refuseChange } from "./decide-change.ts";
import type { ContentDeps } from "./deps.ts";
import { placeOfRef } from "./pieces.ts";
import { pageOfChanges, showChange, showDifference } from "./show-changes.ts";
import { showHealth } from "./show-health.ts";
import { pageOfPieces, showMade, showText, showVersions } from "./show-pieces.ts";

const place = { change: z.uuid(), piece: z.string().regex(/^(shipped|own)\/[^\0]+$/) };

/** Null: the first page. */
const readCursor = (
  cursor: string | undefined,
  kind: keyof typeof place,
): Result<string | null, "bad-cursor"> => {
  if (cursor === undefined) return ok(null);
  const read = place[kind].safeParse(Buffer.from(cursor, "base64url").toString("utf8"));
  return read.success ? ok(read.data) : fail("bad-cursor");
};

const badCursor = () => refuse("bad-cursor", "This page marker is not one of this list.");
const noSuchFile = () =>
  refuse("not-found", "No such file was ever in force, or not in this version.");

/** Whoever sits a quiz must not look up its answers; those who decide on questions have to read them. */
const mayReadKeys = (context: RequestContext, ref: string): boolean =>
  !placeOfRef(ref).file.startsWith("items/") || actorOf(context).rights.has("content:approve");

const keysInside = () =>
  refuse("not-permitted", "This file holds the answers of questions that people are asked.", {
    wayOut:
      "Its versions and their hashes are in the list; ask an owner or the council to read it.",
  });

const changeRoutes = (deps: ContentDeps, book: ContentBook): readonly Route[] => [
  route("GET /api/content/changes", async ({ db }, { query }) => {
    const before = readCursor(query.cursor, "change");
    if (!before.ok) return badCursor();
    const wish = { state: query.state, before: before.value, limit: query.limit };
    return ok(await pageOfChanges(db, deps, wish));
  }),
  route("GET /api/content/changes/{change}", async (context, { params }) => {
    const row = await readChange(context.db, params.change);
    if (!row) return noSuchChange();
    if (!mayReadKeys(context, row.ref)) return keysInside();
    return ok(await showDifference(context.db, deps, row));
  }),
  route("POST /api/content/changes/{change}/approvals", async (context, { params, body }) => {
    const done = await approveChange(context, deps, book, params.change, body.note);
    return done.ok ? ok(await showChange(context.db, deps, done.value)) : done;
  }),
  route("POST /api/content/changes/{change}/refusals", async (context, { params, body }) => {
    const done = await refuseChange(context, deps, params.change, body.reason);
    return done.ok ? ok(await showChange(context.db, deps, done.value)) : done;
  }),
];

const pieceRoutes = (deps: ContentDeps): readonly Route[] => [
  route("GET /api/content/pieces", async ({ db }, { query }) => {
    const after = readCursor(query.cursor, "piece");
    if (!after.ok) return badCursor();
    const { search, limit } = query;
    return ok(await pageOfPieces(db, { search, after: after.value, limit }));
  }),
  route("GET /api/content/pieces/{ref}/versions", async ({ db }, { params }) => {
    const versions = await showVersions(db, params.ref);
    return versions ? ok({ ref: params.ref, versions }) : noSuchFile();
  }),
  route("GET /api/content/pieces/{ref}/versions/{version}", async (context, { params }) => {
    if (!mayReadKeys(context, params.ref)) return keysInside();
    const shown = await showText(context.db, deps, params.ref, params.version);
    return shown ? ok(shown) : noSuchFile();
  }),
  route("GET /api/content/activities/{activity}/versions", async ({ db }, { params }) => {
    const versions = await showMade(db, params.activity);
    return versions
      ? ok({ activity: params.activity, versions })
      : refuse("not-found", "Nothing of this name was ever in force.");
  }),
];

export const contentRoutes = (deps: ContentDeps, book: ContentBook): readonly Route[] => {
  /** A process that never opened its book does so when it is asked for it. */
  const stateOf = async (context: RequestContext): Promise<BookState> => {
    const known = book.state();
    if (known) return known;
    await book.lookAgain(context.db, context.now);
    return stateOf(context);
  };
  return [
    route("GET /api/content/health", async (context) =>
      ok(await showHealth(context.db, deps, await stateOf(context), context.now)),
    ),
    route("POST /api/content/reload", async (context) => {
      const { db, now } = context;
      const actor = actorOf(context).personId;
      const { install, ...counts } = await book.open(db, { now, actor, mode: "accept" });
      context.afterCommit(install);
      return ok(counts);
    }),
    ...changeRoutes(deps, book),
    ...pieceRoutes(deps),
  ];
};
