import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { historyOf, keysView, publicView, recordView } from "./certificate-views.ts";
import { checkCertificate } from "./check-certificate.ts";
import type { CertificateDeps } from "./deps.ts";
import { downloadCertificate } from "./download-certificate.ts";
import { noSuchCertificate, revokeCertificate } from "./revoke-certificate.ts";
import { showAchievement } from "./show-achievement.ts";
import { findRecord, setShowName } from "./store.ts";

export const certificateRoutes = (deps: CertificateDeps): readonly Route[] => [
  route("GET /api/certificates/{certificate}", async ({ db, now }, { params }) => {
    const row = await findRecord(db, params.certificate);
    return row ? ok(await publicView(db, deps, row, now)) : noSuchCertificate();
  }),
  route("GET /api/achievements/{certificate}/{version}", ({ db }, { params }) =>
    showAchievement(db, deps, { certificate: params.certificate, policyVersion: params.version }),
  ),
  route("POST /api/certificate-checks", async ({ db, now }, { body }) =>
    ok(await checkCertificate(db, deps, body, now)),
  ),
  route("GET /api/me/certificates", async (context) => {
    const { personId } = actorOf(context);
    return ok(await historyOf(context.db, deps, personId, context.now));
  }),
  route("PATCH /api/me/certificates/{certificate}", async (context, { params, body }) => {
    const { db, now } = context;
    const id = params.certificate;
    const { personId } = actorOf(context);
    if (!(await setShowName(db, { id, personId }, body.showName))) return noSuchCertificate();
    const row = await findRecord(db, id);
    return row ? ok(recordView(deps.issuer, row, now)) : noSuchCertificate();
  }),
  route("GET /api/me/certificates/{certificate}/downloads/{form}", (context, { params }) =>
    downloadCertificate(context, deps, params.certificate, params.form),
  ),
  route("GET /api/people/{person}/certificates", async ({ db, now }, { params }) => {
    const person = await deps.readPersonCard(db, params.person);
    if (!person) return refuse("not-found", "There is no such person.");
    return ok(await historyOf(db, deps, params.person, now));
  }),
  route("POST /api/certificates/{certificate}/revocation", (context, { params, body }) =>
    revokeCertificate(context, deps, params.certificate, body.reason),
  ),
  route("GET /api/issuer-keys", async ({ db }) =>
    ok(await keysView(db, deps, await deps.issuer.freshKeys(db))),
  ),
  route("POST /api/issuer-keys/rotations", async (context, { body }) => {
    const { db, now } = context;
    const by = { actor: actorOf(context).personId, now };
    return ok(await keysView(db, deps, await deps.issuer.rotate(db, body.reason, by)));
  }),
];
