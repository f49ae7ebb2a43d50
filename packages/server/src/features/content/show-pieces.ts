import type { MadeVersion, PieceText, PieceVersion } from "@checkride/api/content";
import type { Database } from "../../platform/database.ts";
import type { ContentDeps } from "./deps.ts";
import { listPieces, readHistory, readMade, readTexts } from "./store.ts";

type Wish = Parameters<typeof listPieces>[1];

export const pageOfPieces = async (db: Database, wish: Wish) => {
  const rows = await listPieces(db, { ...wish, limit: wish.limit + 1 });
  const shown = rows.slice(0, wish.limit);
  const last = rows.length > wish.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ ref, title, version, since }) => ({
      ref,
      title,
      version,
      since: since.toISOString(),
    })),
    nextCursor: last ? Buffer.from(last.ref).toString("base64url") : null,
  };
};

/** The newest first; null: there never was such a file. */
export const showVersions = async (db: Database, ref: string): Promise<PieceVersion[] | null> => {
  const history = await readHistory(db, ref);
  if (history.length === 0) return null;
  const inForce = history[0]?.version ?? null;
  const versions = new Set(history.map(({ version }) => version));
  return [...versions].flatMap((version) => {
    if (version === null) return [];
    const rows = history.filter((row) => row.version === version);
    return [
      {
        version,
        title: rows[0]?.title ?? ref,
        since: rows.map(({ since }) => since.toISOString()),
        inForce: version === inForce,
      },
    ];
  });
};

/** Only what was in force: what waits is shown as a change. */
export const showText = async (
  db: Database,
  deps: ContentDeps,
  ref: string,
  version: string,
): Promise<PieceText | null> => {
  const history = await readHistory(db, ref);
  const at = history.findLastIndex((row) => row.version === version);
  const [kept] = at === -1 ? [] : await readTexts(db, [{ ref, version }]);
  if (!kept) return null;
  const against = history.slice(at + 1).find((row) => row.version !== null)?.version ?? null;
  const [earlier] = against === null ? [] : await readTexts(db, [{ ref, version: against }]);
  const decode = (bytes: Buffer): string => new TextDecoder().decode(bytes);
  const text = decode(kept.bytes);
  return {
    ref,
    title: kept.title,
    version,
    text,
    against,
    difference: earlier ? [...deps.textDifference(decode(earlier.bytes), text)] : null,
  };
};

export const showMade = async (db: Database, activity: string): Promise<MadeVersion[] | null> => {
  const rows = await readMade(db, activity);
  if (rows.length === 0) return null;
  return rows.map(({ version, files, since }) => ({
    version,
    since: since.toISOString(),
    files: files.map((file) => ({ ref: file.ref, version: file.version })),
  }));
};
