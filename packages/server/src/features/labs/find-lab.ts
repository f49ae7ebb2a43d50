import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { LabDeps } from "./deps.ts";
import type { PlayableLab } from "./lab-book.ts";
import { readVersion, readWorkspace, type Workspace } from "./workspace-store.ts";

export const notThere = () => refuse("not-found", "There is nothing here under this address.");

/** As it is in force. Not there: unknown, only announced, or faulty, which the health of the content says. */
export const findLab = async (deps: LabDeps, id: string): Promise<Result<PlayableLab, Refusal>> => {
  const found = await deps.book.inForce(id);
  if (found.ok) return found;
  const isKnown = deps.content().catalogue.activities.has(`lab/${id}`);
  return isKnown
    ? refuse("not-found", "This lab is not yet installed.", {
        wayOut: "Take another one; an owner sees in the health of the content what is missing.",
      })
    : notThere();
};

/** In the version in which a workspace was begun; null: that one cannot be played any more. */
export const labOf = async (
  db: Database,
  { book }: Pick<LabDeps, "book">,
  { lab, version }: Pick<Workspace, "lab" | "version">,
): Promise<PlayableLab | null> => {
  const found = await book.inVersion(lab, version, () => readVersion(db, lab, version));
  return found.ok ? found.value : null;
};

const outlived = () =>
  refuse("not-found", "This was begun in a version of the lab that cannot be played any more.", {
    wayOut: "Begin the lab again; what you handed in is kept.",
  });

export type Mine = { readonly workspace: Workspace; readonly lab: PlayableLab };

export const findMine = async (
  db: Database,
  deps: LabDeps,
  id: string,
  personId: string,
): Promise<Result<Mine, Refusal>> => {
  const workspace = await readWorkspace(db, id, personId);
  if (workspace === null) return notThere();
  const lab = await labOf(db, deps, workspace);
  return lab === null ? outlived() : ok({ workspace, lab });
};
