import type { WorkspaceFile } from "@checkride/api/labs";

export type FileText = { readonly path: string; readonly text: string };

/** What is written in this window, and what the server has of it. */
export type Draft = {
  readonly files: readonly FileText[];
  /** As the server has it, under `revision`. */
  readonly kept: readonly FileText[];
  readonly revision: number;
  readonly savedAt: string | null;
  readonly isSaving: boolean;
  /** The last try to save failed; what was written is in this browser. */
  readonly hasFailed: boolean;
  /** What somebody else saved meanwhile, and what does not go together with what is written here. */
  readonly theirs: Version | null;
  /** A newer version took the place of what stood here, and nothing was written since. */
  readonly isTakenOver: boolean;
};

export type Version = { readonly revision: number; readonly files: readonly FileText[] };

export type DraftEvent =
  | { readonly kind: "written"; readonly files: readonly FileText[] }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly version: Version; readonly at: string }
  | { readonly kind: "failed" }
  /** The server has another version than the one that this draft stands on. */
  | { readonly kind: "arrived"; readonly version: Version }
  | { readonly kind: "chosen"; readonly whose: "mine" | "theirs" };

export const sameFiles = (one: readonly FileText[], other: readonly FileText[]): boolean =>
  one.length === other.length &&
  one.every(({ path, text }) => other.some((file) => file.path === path && file.text === text));

export const isUnsaved = ({ files, kept }: Draft): boolean => !sameFiles(files, kept);

/** Only files that may be changed are a draft; the others are the same for everybody. */
export const editable = (files: readonly WorkspaceFile[]): readonly FileText[] =>
  files.filter(({ mayEdit }) => mayEdit).map(({ path, text }) => ({ path, text }));

export const withText = (
  files: readonly FileText[],
  path: string,
  text: string,
): readonly FileText[] => files.map((file) => (file.path === path ? { path, text } : file));

export const beginDraft = ({ revision, files }: Version): Draft => ({
  files,
  kept: files,
  revision,
  savedAt: null,
  isSaving: false,
  hasFailed: false,
  theirs: null,
  isTakenOver: false,
});

const arrive = (draft: Draft, version: Version): Draft => {
  if (version.revision <= (draft.theirs ?? draft).revision) return draft;
  const { revision, files } = version;
  const settled = { ...draft, revision, kept: files, hasFailed: false, theirs: null };
  if (sameFiles(files, draft.files)) return settled;
  // Nothing was written here since: the newer text takes its place, and the editor can undo it.
  return isUnsaved(draft)
    ? { ...draft, theirs: version }
    : { ...settled, files, isTakenOver: true };
};

const choose = (draft: Draft, whose: "mine" | "theirs"): Draft => {
  if (draft.theirs === null) return draft;
  const { revision, files } = draft.theirs;
  const kept = { ...draft, revision, kept: files, theirs: null };
  return whose === "mine" ? kept : { ...kept, files };
};

export const nextDraft = (draft: Draft, event: DraftEvent): Draft => {
  switch (event.kind) {
    case "written":
      return { ...draft, files: event.files, isTakenOver: false };
    case "saving":
      return { ...draft, isSaving: true };
    case "saved": {
      const { revision, files } = event.version;
      const { at } = event;
      return { ...draft, revision, kept: files, savedAt: at, isSaving: false, hasFailed: false };
    }
    case "failed":
      return { ...draft, isSaving: false, hasFailed: true };
    case "arrived":
      return { ...arrive(draft, event.version), isSaving: false };
    case "chosen":
      return choose(draft, event.whose);
  }
};

/** "Saved 12:04", and what else there is to know about what one wrote. */
export const draftText = (draft: Draft, timeOf: (at: string) => string): string => {
  if (draft.theirs !== null) return "Not saved: somebody else saved another version";
  if (draft.hasFailed) return "Not saved yet: kept in this browser, trying again";
  if (draft.isSaving) return "Saving";
  if (isUnsaved(draft)) return "Changed";
  return draft.savedAt === null ? "Saved" : `Saved ${timeOf(draft.savedAt)}`;
};
