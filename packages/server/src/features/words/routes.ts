import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { WordDeps } from "./deps.ts";
import { questionOf, showCase, showCases } from "./show-cases.ts";
import { kitCard, showKit } from "./show-kits.ts";
import { showWords } from "./show-words.ts";

const noCase = () => refuse("not-found", "There is no such case.");

const caseRoutes = (deps: WordDeps): readonly Route[] => [
  route("GET /api/cases", async (context, { query }) =>
    ok(await showCases(context.db, deps.content(), actorOf(context).personId, query)),
  ),
  route("GET /api/cases/{case}", async (context, { params }) => {
    const one = deps.content().cases.get(params.case);
    const { personId } = actorOf(context);
    if (!one) return noCase();
    const passed = await deps.passedOf(context.db, personId);
    return ok(await showCase(context.db, deps, one, personId, passed));
  }),
  route("POST /api/cases/{case}/answers", async (context, { params, body }) => {
    const one = deps.content().cases.get(params.case);
    const question = one && questionOf(one, actorOf(context).personId);
    if (!question) return noCase();
    return deps.answer(context.db, question, body.answer, context.now);
  }),
];

const kitRoutes = (deps: WordDeps): readonly Route[] => [
  route("GET /api/kits", async () =>
    ok({
      kits: [...deps.content().kits.values()].map(kitCard).toSorted((a, b) => a.month - b.month),
    }),
  ),
  route("GET /api/kits/{kit}", async (context, { params }) => {
    const kit = deps.content().kits.get(params.kit);
    if (!kit) return refuse("not-found", "There is no such session kit.");
    return ok(
      showKit(deps.content(), kit, await deps.passedOf(context.db, actorOf(context).personId)),
    );
  }),
];

export const wordRoutes = (deps: WordDeps): readonly Route[] => [
  route("GET /api/glossary", async (_, { query }) =>
    ok({ terms: showWords(deps.content(), query.search) }),
  ),
  ...caseRoutes(deps),
  ...kitRoutes(deps),
];
