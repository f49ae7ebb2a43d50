import type { LabWorkspace } from "@checkride/api/labs";
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { client, useAct } from "../../../shell/query.ts";
import { keepDraft, keepWorkspace } from "../lab-cache.ts";
import {
  beginDraft,
  type Draft,
  editable,
  type FileText,
  isUnsaved,
  nextDraft,
  type Version,
} from "./draft.ts";
import { mayWork } from "./may-work.ts";
import { dropCopy, keepCopy, readCopy, worthOf } from "./unsaved-copy.ts";

const quietMs = 1200;
const retryMs = 5000;

export type DraftDesk = {
  readonly draft: Draft;
  /** What stands there at this moment, also where the page is some letters behind whoever types. */
  readonly now: () => readonly FileText[];
  readonly write: (files: readonly FileText[]) => void;
  readonly save: () => void;
  readonly choose: (whose: "mine" | "theirs") => void;
  /** Written in this browser, beside a newer version of the server; null: no such thing. */
  readonly copy: Version | null;
  readonly takeCopy: (isWanted: boolean) => void;
};

const versionOf = ({ revision, files }: LabWorkspace): Version => ({
  revision,
  files: editable(files),
});

const begin = (workspace: LabWorkspace): Draft => {
  const server = versionOf(workspace);
  const copy = readCopy(localStorage, workspace.id);
  const draft = beginDraft(server);
  return copy && worthOf(copy, server) === "go-on" ? { ...draft, files: copy.files } : draft;
};

const foundCopy = (workspace: LabWorkspace): Version | null => {
  const copy = readCopy(localStorage, workspace.id);
  return worthOf(copy, versionOf(workspace)) === "choose" ? copy : null;
};

/** What was written is in this browser from the first letter on, and on the server soon after. */
const useSafety = (
  workspace: LabWorkspace,
  draft: Draft,
  hasOtherCopy: boolean,
  save: () => void,
) => {
  const latest = useRef({ draft, save });
  latest.current = { draft, save };
  const { id } = workspace;
  const isOpen = mayWork(workspace);
  const { files, kept, isSaving, hasFailed, theirs } = draft;
  useEffect(() => {
    const now = { ...latest.current.draft, files, kept };
    if (isUnsaved(now)) keepCopy(localStorage, id, { revision: now.revision, files });
    else if (!hasOtherCopy) dropCopy(localStorage, id);
    if (!isOpen || isSaving || theirs !== null || !isUnsaved(now)) return;
    const timer = setTimeout(() => latest.current.save(), hasFailed ? retryMs : quietMs);
    return () => clearTimeout(timer);
  }, [id, files, kept, isOpen, isSaving, hasFailed, theirs, hasOtherCopy]);
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "hidden") latest.current.save();
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      latest.current.save();
    };
  }, []);
};

/** A draft that is saved by itself. */
export const useDraft = (workspace: LabWorkspace): DraftDesk => {
  const [draft, tell] = useReducer(nextDraft, workspace, begin);
  const [copy, setCopy] = useState(() => foundCopy(workspace));
  const { act } = useAct("PUT /api/lab-workspaces/{workspace}/draft");
  const params = { workspace: workspace.id };
  const newest = useRef(draft.files);
  useEffect(() => {
    newest.current = draft.files;
  }, [draft.files]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a version is known by its number
  useEffect(() => {
    tell({ kind: "arrived", version: versionOf(workspace) });
  }, [workspace.revision]);

  const meet = async (before: Draft) => {
    const found = await client("GET /api/lab-workspaces/{workspace}", { params });
    if (found.ok) keepWorkspace(found.value);
    if (found.ok && found.value.revision > before.revision) {
      tell({ kind: "arrived", version: versionOf(found.value) });
    } else tell({ kind: "failed" });
  };
  const save = async () => {
    if (!mayWork(workspace)) return;
    if (draft.isSaving || draft.theirs !== null || !isUnsaved(draft)) return;
    tell({ kind: "saving" });
    const { files, revision } = draft;
    const saved = await act({ params, body: { revision, files: [...files] } });
    if (saved.ok) {
      const version = { revision: saved.value.revision, files };
      tell({ kind: "saved", version, at: saved.value.savedAt });
      keepDraft(workspace, version);
    } else if (saved.problem.code === "conflict") await meet(draft);
    else tell({ kind: "failed" });
  };
  const saveNow = () => void save();
  useSafety(workspace, draft, copy !== null, saveNow);

  return {
    draft,
    now: () => newest.current,
    write: useCallback((files) => {
      newest.current = files;
      tell({ kind: "written", files });
    }, []),
    save: saveNow,
    choose: (whose) => tell({ kind: "chosen", whose }),
    copy,
    takeCopy: (isWanted) => {
      if (isWanted && copy) tell({ kind: "written", files: copy.files });
      setCopy(null);
    },
  };
};
