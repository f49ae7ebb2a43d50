import { ok } from "@checkride/rules/result";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { AnswerBook } from "./answer-book.ts";
import { answerGate } from "./answer-gate.ts";
import type { GateDeps } from "./deps.ts";

export const gateRoutes = (deps: GateDeps, book: AnswerBook): readonly Route[] => [
  route("GET /api/gates", async ({ db }) => {
    const inForce = await deps.policyInForce(db);
    if (!inForce) return ok({ gates: [] });
    const { certificates, gates } = inForce.policy;
    return ok({
      gates: Object.entries(gates).map(([gate, { title, mode, asks }]) => ({
        gate,
        title,
        mode,
        asks: asks.map((certificate) => ({
          certificate,
          title: certificates[certificate]?.title ?? certificate,
        })),
      })),
    });
  }),
  route("GET /api/gates/{gate}/decision", async (context, { params, query }) => {
    const { db, now } = context;
    const actor = actorOf(context).personId;
    const ask = { gate: params.gate, person: query.person, actor, now };
    const answer = await answerGate(db, deps, book, ask);
    if (!answer.ok) return answer;
    const { personId, decision, policyVersion } = answer.value;
    return ok({
      ...decision,
      reasons: [...decision.reasons],
      evidence: [...decision.evidence],
      remedy: [...decision.remedy],
      person: personId,
      policyVersion,
      at: now.toISOString(),
    });
  }),
];
