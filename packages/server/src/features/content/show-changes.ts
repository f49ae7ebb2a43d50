import type { ContentChange, ContentChangeView } from "@checkride/api/content";
import type { Approvals } from "@checkride/rules/policy";
import type { Database } from "../../platform/database.ts";
import { type ApprovalRow, type ChangeRow, listChanges, readApprovals } from "./change-store.ts";
import type { ContentDeps } from "./deps.ts";
import { readTexts } from "./store.ts";

const erased = "Erased person";

const kindOf = ({ before, after }: ChangeRow): ContentChange["kind"] => {
  if (before === null) return "added";
  return after === null ? "removed" : "changed";
};

const refusedOf = ({ refusedBy, refuserName, refusedAt, reason }: ChangeRow) =>
  refusedBy === null || refusedAt === null
    ? null
    : {
        id: refusedBy,
        name: refuserName ?? erased,
        at: refusedAt.toISOString(),
        reason: reason ?? "",
      };

const changeOf = (
  row: ChangeRow,
  approvals: readonly ApprovalRow[],
  rule: Approvals | null,
): ContentChange => ({
  id: row.id,
  ref: row.ref,
  title: row.title,
  kind: kindOf(row),
  before: row.before,
  after: row.after,
  foundAt: row.foundAt.toISOString(),
  state: row.state,
  inForceAt: row.inForceAt?.toISOString() ?? null,
  approvals: approvals
    .filter(({ changeId }) => changeId === row.id)
    .map(({ personId, name, approvedAt, note }) => ({
      id: personId,
      name: name ?? erased,
      at: approvedAt.toISOString(),
      note,
    })),
  approvalsNeeded: row.state === "waiting" ? (rule?.count ?? 0) : 0,
  refused: refusedOf(row),
});

export const showChanges = async (
  db: Database,
  deps: ContentDeps,
  rows: readonly ChangeRow[],
): Promise<ContentChange[]> => {
  const rule = await deps.approvalsAsked(db);
  const approvals = await readApprovals(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => changeOf(row, approvals, rule));
};

export const showChange = async (
  db: Database,
  deps: ContentDeps,
  row: ChangeRow,
): Promise<ContentChange> => {
  const [shown] = await showChanges(db, deps, [row]);
  if (!shown) throw new Error("one change was asked for and none came");
  return shown;
};

const textOf = async (db: Database, ref: string, version: string | null): Promise<string> => {
  if (version === null) return "";
  const [kept] = await readTexts(db, [{ ref, version }]);
  return new TextDecoder().decode(kept?.bytes);
};

export const showDifference = async (
  db: Database,
  deps: ContentDeps,
  row: ChangeRow,
): Promise<ContentChangeView> => {
  const before = await textOf(db, row.ref, row.before);
  const after = await textOf(db, row.ref, row.after);
  return {
    ...(await showChange(db, deps, row)),
    difference: [...deps.textDifference(before, after)],
  };
};

type Wish = Parameters<typeof listChanges>[1];

export const pageOfChanges = async (db: Database, deps: ContentDeps, wish: Wish) => {
  const rows = await listChanges(db, { ...wish, limit: wish.limit + 1 });
  const shown = rows.slice(0, wish.limit);
  const rule = await deps.approvalsAsked(db);
  const last = rows.length > wish.limit ? shown.at(-1) : undefined;
  return {
    asks: rule && { approvals: rule.count, roles: [...rule.roles] },
    items: await showChanges(db, deps, shown),
    nextCursor: last ? Buffer.from(last.id).toString("base64url") : null,
  };
};
