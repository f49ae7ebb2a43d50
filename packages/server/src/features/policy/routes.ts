import { readPolicy } from "@checkride/curriculum-reader/read-policy";
import { ok, type Result } from "@checkride/rules/result";
import { textDifference } from "@checkride/rules/text-difference";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { applyProposal } from "./apply-proposal.ts";
import { approveProposal } from "./approve-proposal.ts";
import { faultView, readOrRefuse } from "./check-text.ts";
import type { PolicyDeps } from "./deps.ts";
import { planPolicy } from "./plan-policy.ts";
import { type Act, proposePolicy } from "./propose-policy.ts";
import { showVersion, showVersions } from "./show-version.ts";
import { readInForce, readProposals, readVersion, readVersions, type VersionRow } from "./store.ts";
import { withdrawProposal } from "./withdraw-proposal.ts";

const actOf = (context: RequestContext): Act => ({
  actor: actorOf(context).personId,
  now: context.now,
});

const shown = async (context: RequestContext, outcome: Result<VersionRow, Refusal>) =>
  outcome.ok ? ok(await showVersion(context.db, outcome.value)) : outcome;

const readRoutes = (deps: PolicyDeps): readonly Route[] => [
  route("GET /api/policy", async ({ db }) => {
    const inForce = await readInForce(db);
    const rows = [...(inForce ? [inForce] : []), ...(await readProposals(db))];
    const versions = await showVersions(db, rows);
    return ok({
      inForce: versions.find((version) => version.state === "in-force") ?? null,
      proposals: versions.filter((version) => version.state === "proposed"),
      builtIn: deps.builtIn,
    });
  }),
  route("GET /api/policy/versions", async ({ db }) => {
    const versions = await showVersions(db, await readVersions(db));
    return ok({ versions: versions.map(({ text: _, ...summary }) => summary) });
  }),
  route("GET /api/policy/versions/{version}", async ({ db }, { params, query }) => {
    const row = await readVersion(db, params.version);
    if (!row) return refuse("not-found", `There is no version ${params.version} of the policy.`);
    const against = query.against ?? row.baseVersion;
    const other = against === null ? undefined : await readVersion(db, against);
    if (query.against !== undefined && !other) {
      return refuse("not-found", `There is no version ${query.against} of the policy.`);
    }
    return ok({
      ...(await showVersion(db, row)),
      against: other?.version ?? null,
      difference: [...textDifference(other?.text ?? "", row.text)],
    });
  }),
  route("POST /api/policy/check", async ({ now }, { body }) => {
    const { faults } = readPolicy(body.text, deps.catalogue(), now.toISOString());
    return ok({ faults: faults.map(faultView) });
  }),
];

export const policyRoutes = (deps: PolicyDeps): readonly Route[] => [
  ...readRoutes(deps),
  route("POST /api/policy/plan", async (context, { body }) => {
    const read = readOrRefuse(body.text, deps.catalogue(), context.now);
    if (!read.ok) return read;
    const withNames = actorOf(context).rights.has("people:read");
    const ask = { ...read.value, withNames, now: context.now };
    return ok(await planPolicy(context.db, deps, ask));
  }),
  route("POST /api/policy/proposals", async (context, { body }) =>
    shown(context, await proposePolicy(context.db, deps, body, actOf(context))),
  ),
  route("POST /api/policy/proposals/{version}/approve", async (context, { params, body }) =>
    shown(context, await approveProposal(context.db, params.version, body.note, actOf(context))),
  ),
  route("POST /api/policy/proposals/{version}/withdraw", async (context, { params }) =>
    shown(context, await withdrawProposal(context.db, params.version, actOf(context))),
  ),
  route("POST /api/policy/proposals/{version}/apply", async (context, { params }) =>
    shown(context, await applyProposal(context.db, deps, params.version, actOf(context))),
  ),
];
