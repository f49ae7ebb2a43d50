import type { OpenLab } from "@checkride/range/labs/open-lab";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { StoredFile } from "../../platform/lab-tables.ts";
import { type Mine, notThere } from "./find-lab.ts";
import { updateDraft } from "./workspace-store.ts";

/** Only files that this lab lets somebody change, each once. */
export const fitting = (
  open: OpenLab,
  seed: string,
  files: readonly StoredFile[],
): Result<readonly StoredFile[], Refusal> => {
  const mayEdit = open.begin(seed).files.flatMap((file) => (file.mayEdit ? [file.path] : []));
  const paths = files.map(({ path }) => path);
  const faults = [
    ...paths.flatMap((path, index) =>
      mayEdit.includes(path) ? [] : [{ in: `body/files/${index}/path`, says: "cannot be changed" }],
    ),
    ...paths.flatMap((path, index) =>
      paths.indexOf(path) < index
        ? [{ in: `body/files/${index}/path`, says: "was handed in twice" }]
        : [],
    ),
  ];
  if (faults.length === 0) return ok(files);
  const wayOut = `Hand in these: ${mayEdit.join(", ")}.`;
  return refuse("submission-not-fitting", "This lab does not take these files.", {
    faults,
    wayOut,
  });
};

export type SaveAsk = {
  readonly revision: number;
  readonly files: readonly StoredFile[];
  readonly personId: string;
  readonly now: Date;
};

type Saved = { readonly revision: number; readonly savedAt: string };

export const saveDraft = async (
  db: Database,
  { workspace, lab }: Mine,
  { revision, files, personId, now }: SaveAsk,
): Promise<Result<Saved, Refusal>> => {
  const fits = fitting(lab.open, workspace.seed, files);
  if (!fits.ok) return fits;
  if (!workspace.me.isOpen) return fail(notThere().error);
  const draft = { id: workspace.id, revision, files, by: personId, at: now };
  if (await updateDraft(db, draft))
    return ok({ revision: revision + 1, savedAt: now.toISOString() });
  return refuse("conflict", "It was saved elsewhere since you loaded it.", {
    wayOut: "Load it again, compare, and save what you want to keep.",
  });
};
