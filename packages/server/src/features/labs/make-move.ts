import type { Json } from "@checkride/rules/exercise";
import type { Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { Mine } from "./find-lab.ts";

export type MoveAsk = {
  readonly after: number;
  readonly move: string;
  readonly answers: Readonly<Record<string, Json>>;
  readonly personId: string;
  readonly now: Date;
};

export const makeMove = async (
  _db: Database,
  { workspace }: Mine,
  _ask: MoveAsk,
): Promise<Result<Mine, Refusal>> =>
  refuse("submission-not-fitting", `The lab ${workspace.lab} is not led move by move.`);
