import type { Client } from "@checkride/api/client";
import type { EvidenceRow } from "@checkride/api/evidence";
import { fail, ok, type Result } from "@checkride/rules/result";
import { explainProblem } from "../explain-problem.ts";
import type { Outcome } from "../outcome.ts";

/** What a pass in the ledger rests on; null: it does not say. */
export type LabPass = {
  readonly evidence: string;
  readonly lab: string;
  readonly attempt: string | null;
  readonly submission: string | null;
};

const textIn = ({ body }: EvidenceRow, key: string): string | null => {
  const value = body?.[key];
  return typeof value === "string" ? value : null;
};

const passOf = (row: EvidenceRow): readonly LabPass[] => {
  const activity = textIn(row, "activity");
  if (activity === null || !activity.startsWith("lab/")) return [];
  const lab = activity.slice("lab/".length);
  const [attempt, submission] = [textIn(row, "attempt"), textIn(row, "submission")];
  return [{ evidence: row.id, lab, attempt, submission }];
};

const readPage = (client: Client, cursor: string | null) =>
  client("GET /api/evidence", {
    query: { kind: "activity.passed", limit: 200, ...(cursor !== null && { cursor }) },
  });

/** Every pass of a lab that the ledger knows. */
export const readLabPasses = async (
  client: Client,
  url: string,
): Promise<Result<readonly LabPass[], Outcome>> => {
  const found: LabPass[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(client, cursor);
    if (!page.ok) return fail(explainProblem(page.problem, url));
    found.push(...page.value.items.flatMap(passOf));
    cursor = page.value.nextCursor;
  } while (cursor !== null);
  return ok(found);
};
