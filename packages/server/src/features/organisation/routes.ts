import type { OrganisationView } from "@checkride/api/organisation";
import { ok, type Result } from "@checkride/rules/result";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import type { Refusal } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { finishSetUp, type ReadPersonCard } from "./finish-set-up.ts";
import { lockOrganisation, type Organisation, readOrganisation, writeName } from "./store.ts";

export type OrganisationDeps = {
  readonly productVersion: string;
  readonly readPersonCard: ReadPersonCard;
  readonly removeDemo: (context: RequestContext) => Promise<Result<{ url: string }, Refusal>>;
};

export const organisationRoutes = (deps: OrganisationDeps): readonly Route[] => {
  const view = ({ name, setUp, demo }: Organisation): OrganisationView => ({
    name,
    setUp,
    demo,
    productVersion: deps.productVersion,
  });
  return [
    route("GET /api/organisation", async ({ db }) => ok(view(await readOrganisation(db)))),
    route("PATCH /api/organisation", async (context, { body }) => {
      const { db, now } = context;
      const organisation = await lockOrganisation(db, now);
      if (organisation.name !== body.name) {
        await writeName(db, body.name);
        const actor = actorOf(context).personId;
        const named = { name: body.name };
        await appendEvidence(db, [
          { kind: "organisation.named", person: null, actor, body: named, at: now },
        ]);
      }
      return ok(view({ ...organisation, name: body.name }));
    }),
    route("POST /api/organisation/set-up", async (context) => {
      const finished = await finishSetUp(context, deps.readPersonCard);
      return finished.ok ? ok(view(finished.value)) : finished;
    }),
    route("DELETE /api/organisation/demo", (context) => deps.removeDemo(context)),
  ];
};
