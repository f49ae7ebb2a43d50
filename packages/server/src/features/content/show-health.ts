import { posix } from "node:path";
import type { ContentFault, ContentHealth, ReviewedPiece } from "@checkride/api/content";
import type { FileFault } from "@checkride/curriculum-reader/source-file";
import type { Content } from "../../platform/content.ts";
import type { Database } from "../../platform/database.ts";
import { countWaiting } from "./change-store.ts";
import type { BookState } from "./content-book.ts";
import type { ContentDeps } from "./deps.ts";
import { type Piece, piecesOf, placeOfRef } from "./pieces.ts";

const noticeDays = 30;
const dayMs = 86_400_000;

const isoDay = (at: Date): string => at.toISOString().slice(0, 10);

type Known = Omit<ReviewedPiece, "state">;

const reviewedPieces = (content: Content): readonly Known[] => [
  ...[...content.modules.values()].map((one) => ({ kind: "module" as const, ...datesOf(one) })),
  ...[...content.lessons.values()].map((one) => ({ kind: "lesson" as const, ...datesOf(one) })),
  ...[...content.papers.values()].map((one) => ({ kind: "document" as const, ...datesOf(one) })),
  ...[...content.items.values()].map((one) => ({
    kind: "item" as const,
    ...datesOf({ ...one, title: one.topic.title, owner: null }),
  })),
];

const datesOf = ({ id, title, owner, reviewed, reviewBy }: Omit<Known, "kind">) => ({
  id,
  title,
  owner,
  reviewed,
  reviewBy,
});

/** What is due, or due within a month, the latest first. */
export const reviewsDue = (content: Content, now: Date): readonly ReviewedPiece[] => {
  const today = isoDay(now);
  const soon = isoDay(new Date(now.getTime() + noticeDays * dayMs));
  return reviewedPieces(content)
    .filter(({ reviewBy }) => reviewBy <= soon)
    .map((piece): ReviewedPiece => ({ ...piece, state: piece.reviewBy < today ? "stale" : "soon" }))
    .toSorted((a, b) => (a.reviewBy === b.reviewBy ? 0 : a.reviewBy < b.reviewBy ? -1 : 1));
};

const servesOf = (ref: string, { held, marks }: BookState): ContentFault["serves"] => {
  if (!held.has(ref)) return "as-it-is";
  if ((marks.get(ref)?.version ?? null) !== null) return "last-good";
  return "nothing";
};

const sinceOf = (ref: string, { marks }: BookState): string | null => {
  const mark = marks.get(ref);
  return mark?.version ? mark.since.toISOString() : null;
};

const faultOf = (
  fault: FileFault,
  state: BookState,
  pieces: ReadonlyMap<string, Piece>,
): ContentFault => {
  const ref = pieces.get(fault.onDisk)?.ref ?? `shipped/${fault.file}`;
  return {
    folder: placeOfRef(ref).folder,
    file: fault.file,
    line: fault.line,
    column: fault.column,
    severity: fault.severity,
    says: fault.says,
    cure: fault.cure ?? (fault.meant === null ? null : `write \`${fault.meant}\``),
    serves: servesOf(ref, state),
    servedSince: sinceOf(ref, state),
  };
};

const readableAgain = "make it readable for the account that runs Checkride, or bring it back";

/** What is in force and cannot be read; a whole folder is said once. */
const lostFaults = (state: BookState): readonly ContentFault[] => {
  const wholes = state.disk.filter(({ tree }) => tree.files.size === 0 || tree.unreadable.has(""));
  const common = { line: 1, column: 1, severity: "error", serves: "last-good" } as const;
  return [
    ...wholes.map(({ folder, tree }) => ({
      ...common,
      folder,
      file: null,
      says: tree.unreadable.has("") ? "this folder cannot be read" : "this folder is empty",
      cure: readableAgain,
      servedSince: null,
    })),
    ...[...state.lost].flatMap((ref) => {
      const { folder, file } = placeOfRef(ref);
      if (wholes.some((layer) => layer.folder === folder)) return [];
      const says = "this file cannot be read";
      return [
        { ...common, folder, file, says, cure: readableAgain, servedSince: sinceOf(ref, state) },
      ];
    }),
  ];
};

/** What is read without a fault may still not load; then it is there for nobody. */
const faultsOf = (state: BookState, labs: readonly FileFault[]): readonly ContentFault[] => {
  const pieces = new Map(
    [...piecesOf(state.disk).values()].map((piece) => [piece.source.path, piece]),
  );
  const known = new Set(state.faults.map(({ file }) => posix.dirname(file)));
  return [
    ...lostFaults(state),
    ...state.faults.map((fault) => faultOf(fault, state, pieces)),
    ...labs
      .filter(({ file }) => !known.has(posix.dirname(file)))
      .map((fault) => ({ ...faultOf(fault, state, pieces), serves: "nothing" as const })),
  ];
};

const ownFolderOf = ({ disk }: BookState): ContentHealth["ownFolder"] => {
  const own = disk.find(({ folder }) => folder === "own");
  return own ? { readable: !own.tree.unreadable.has("") } : null;
};

export const showHealth = async (
  db: Database,
  deps: ContentDeps,
  state: BookState,
  now: Date,
): Promise<ContentHealth> => {
  const content = deps.content();
  const faults = faultsOf(state, await deps.labFaults());
  const reviews = reviewsDue(content, now);
  const flagged = await deps.flaggedItems(db);
  const open = await deps.openFeedback(db);
  const waiting = await countWaiting(db);
  const ofSeverity = (severity: ContentFault["severity"]) =>
    faults.filter((fault) => fault.severity === severity).length;
  return {
    readAt: state.readAt.toISOString(),
    ownFolder: ownFolderOf(state),
    faults: [...faults],
    reviews: [...reviews],
    counts: {
      pieces: [...state.marks.values()].filter(({ version }) => version !== null).length,
      errors: ofSeverity("error"),
      warnings: ofSeverity("warning"),
      stale: reviews.filter((one) => one.state === "stale").length,
      soon: reviews.filter((one) => one.state === "soon").length,
      waiting,
      openFeedback: [...open.values()].reduce((sum, count) => sum + count, 0),
      flaggedItems: flagged.length,
    },
    flaggedItems: flagged.map(({ item, topic, flags }) => ({ item, topic, flags: [...flags] })),
    feedback: [...open].map(([module, count]) => ({
      module,
      title: content.modules.get(module)?.title ?? module,
      owner: content.modules.get(module)?.owner ?? null,
      open: count,
    })),
  };
};
