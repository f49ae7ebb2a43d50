import type { Answer } from "@checkride/api/client";
import type { ChangeAuthor } from "@checkride/api/gates";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { RequestContext } from "../../platform/http/request-context.ts";
import { mayAsk } from "./allowed.ts";
import type { ForgeDeps } from "./deps.ts";
import { verifyCiToken } from "./verify-ci-token.ts";

type PipelineAsk = {
  readonly gate: string;
  readonly token: string;
  readonly authors: readonly ChangeAuthor[];
};

/** About the account that the forge names, whatever a commit or a variable says; authors can only deny. */
export const decideForPipeline = async (
  { db, now, origin }: Pick<RequestContext, "db" | "now" | "origin">,
  deps: ForgeDeps,
  { gate, token, authors }: PipelineAsk,
): Promise<Result<Answer<"POST /api/gates/{gate}/ci-decisions">, Refusal>> => {
  const { issuerKeys, audience } = deps;
  const shown = await verifyCiToken(db, issuerKeys, { token, gate, audience, now });
  if (!shown.ok) return shown;
  const { issuer, facts } = shown.value;
  const allowed = mayAsk(issuer.allowed, facts, gate);
  if (!allowed.ok) {
    return refuse("ci-not-allowed", allowed.error, {
      wayOut: "An owner can allow it under the issuers of pipelines.",
    });
  }
  const { accountId, login, ...verified } = facts;
  const subject = { account: { forge: issuer.forge, id: accountId } };
  const question = { gate, subject, authors, actor: null, origin, now };
  const answer = await deps.answerQuestion(db, question);
  if (!answer.ok) return answer;
  return ok({
    ...answer.value,
    verified: { ...verified, issuer: issuer.issuer, account: { ...subject.account, login } },
    claimed: authors.length > 0 ? ["authors"] : [],
  });
};
