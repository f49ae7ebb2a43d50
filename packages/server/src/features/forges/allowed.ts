import { fail, ok, type Result } from "@checkride/rules/result";
import type { AllowedRepository } from "../../platform/gate-tables.ts";
import type { CiFacts } from "./ci-claims.ts";

/** `*` stands for any one part of a repository's path; forges do not tell capitals from small letters. */
const isRepository = (pattern: string, repository: string): boolean => {
  const wanted = pattern.toLowerCase().split("/");
  const parts = repository.toLowerCase().split("/");
  return (
    wanted.length === parts.length &&
    wanted.every((part, index) => part === "*" || part === parts[index])
  );
};

/** `*`: any gate; `deploy/*`: any that begins with `deploy/`. */
const isGate = (pattern: string, gate: string): boolean =>
  pattern.endsWith("*") ? gate.startsWith(pattern.slice(0, -1)) : pattern === gate;

/** Whether a pipeline may ask this gate, or a sentence that says why not. */
export const mayAsk = (
  allowed: readonly AllowedRepository[],
  { repository, repositoryId, pullRequest }: CiFacts,
  gate: string,
): Result<null, string> => {
  const named = allowed.filter((one) => isRepository(one.repository, repository));
  if (named.length === 0) return fail(`Pipelines of ${repository} may ask no gate here.`);
  // A wide pattern does not let in what a narrow one names by its number.
  if (named.some(({ id }) => id !== null && id !== repositoryId)) {
    return fail(
      `${repository} has the number ${repositoryId}; another repository of this name was allowed.`,
    );
  }
  const open = named.filter(({ gates }) => gates.some((one) => isGate(one, gate)));
  if (open.length === 0) return fail(`Pipelines of ${repository} may not ask the gate ${gate}.`);
  if (!pullRequest || open.some((one) => one.pullRequests)) return ok(null);
  return fail(`Pipelines of changes that are not merged may not ask the gate ${gate}.`);
};
