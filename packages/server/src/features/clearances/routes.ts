import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { ClearanceDeps } from "./deps.ts";
import { issueClearance } from "./issue-clearance.ts";

export const clearanceRoutes = (deps: ClearanceDeps): readonly Route[] => [
  route("POST /api/gates/{gate}/clearances", (context, { params, body }) => {
    const { db, now, origin } = context;
    const { personId: actor } = actorOf(context);
    const authors = body.change?.authors ?? [];
    const { subject } = body;
    return issueClearance(db, deps, { gate: params.gate, subject, authors, actor, origin, now });
  }),
  route("POST /api/me/gates/{gate}/clearances", (context, { params }) => {
    const { db, now, origin } = context;
    const { personId: actor } = actorOf(context);
    const subject = { person: actor };
    return issueClearance(db, deps, {
      gate: params.gate,
      subject,
      authors: [],
      actor,
      origin,
      now,
    });
  }),
];
