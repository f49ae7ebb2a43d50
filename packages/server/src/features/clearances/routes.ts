import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { ClearanceDeps } from "./deps.ts";
import { issueClearance } from "./issue-clearance.ts";

export const clearanceRoutes = (deps: ClearanceDeps): readonly Route[] => [
  route("POST /api/gates/{gate}/clearances", async (context, { params, body }) => {
    const { db, now, origin } = context;
    const { gate } = params;
    const { personId: actor } = actorOf(context);
    const authors = body.change?.authors ?? [];
    const { subject } = body;
    const decided = await deps.decide(db, { gate, subject, authors, actor, origin, now });
    return issueClearance(db, deps, decided, { gate, now });
  }),
  route("POST /api/me/gates/{gate}/clearances", async (context, { params }) => {
    const { db, now, origin } = context;
    const { gate } = params;
    const { personId: actor } = actorOf(context);
    const question = { gate, subject: { person: actor }, authors: [], actor, origin, now };
    return issueClearance(db, deps, await deps.decide(db, question), { gate, now });
  }),
  route("POST /api/gates/{gate}/ci-clearances", async (context, { params, body }) => {
    const { db, now } = context;
    const { gate } = params;
    const decided = await deps.decideForPipeline(context, { gate, ...body });
    return issueClearance(db, deps, decided, { gate, now });
  }),
];
