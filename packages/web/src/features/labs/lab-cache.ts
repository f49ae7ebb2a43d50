import type { LabBench, LabWorkspace } from "@checkride/api/labs";
import { queryClient } from "../../shell/query.ts";
import type { Version } from "./bench/draft.ts";

const keyOf = (lab: string) => ["GET /api/labs/{lab}", { params: { lab } }];

const change = (lab: string, next: (before: LabBench) => LabBench): void => {
  queryClient.setQueryData<LabBench>(keyOf(lab), (before) => before && next(before));
};

/** What came back is what there is: nothing has to be asked again. */
export const keepWorkspace = (workspace: LabWorkspace): void =>
  change(workspace.lab, (before) => ({ ...before, workspace }));

/** So that whoever leaves the page and comes back finds what was saved last. */
export const keepDraft = ({ lab, id }: LabWorkspace, { revision, files }: Version): void =>
  change(lab, (before) =>
    before.workspace?.id === id && before.workspace.revision < revision
      ? {
          ...before,
          workspace: {
            ...before.workspace,
            revision,
            files: before.workspace.files.map((file) => ({
              ...file,
              text: files.find(({ path }) => path === file.path)?.text ?? file.text,
            })),
          },
        }
      : before,
  );

/** After a verdict the bench is another one, and with a pass so are tracks and standing. */
export const askAgain = (): void =>
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) =>
      typeof name === "string" &&
      /^GET \/api\/(labs|lab-workspaces|tracks|modules|standing|competencies)/.test(name),
  });
