import { modeAt } from "@checkride/rules/gate-rule";
import { ok } from "@checkride/rules/result";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { AnswerBook } from "./answer-book.ts";
import { answerQuestion } from "./answer-question.ts";
import type { GateDeps } from "./deps.ts";

export const gateRoutes = (deps: GateDeps, book: AnswerBook): readonly Route[] => [
  route("GET /api/gates", async ({ db, now }) => {
    const inForce = await deps.policyInForce(db);
    if (!inForce) return ok({ gates: [] });
    const { certificates, gates } = inForce.policy;
    return ok({
      gates: Object.entries(gates).map(([gate, rule]) => ({
        gate,
        title: rule.title,
        mode: modeAt(rule, now.getTime()),
        asks: rule.asks.map((certificate) => ({
          certificate,
          title: certificates[certificate]?.title ?? certificate,
        })),
      })),
    });
  }),
  route("POST /api/gates/{gate}/decisions", (context, { params, body }) => {
    const { db, now, origin } = context;
    const actor = actorOf(context).personId;
    const authors = body.change?.authors ?? [];
    const question = { gate: params.gate, subject: body.subject, authors, actor, origin, now };
    return answerQuestion(db, deps, book, question);
  }),
];
