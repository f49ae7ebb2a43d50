import { criteriaOf } from "@checkride/rules/certificates/criteria";
import { ok, type Result } from "@checkride/rules/result";
import { dateText } from "@checkride/rules/time";
import type { Refusal } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { certificateUrl, issuerName } from "./certificate-views.ts";
import type { CertificateDeps } from "./deps.ts";
import { badgePng, badgeSvg, type Face } from "./draw-badge.ts";
import { noSuchCertificate } from "./revoke-certificate.ts";
import { signedForms } from "./sign-credential.ts";
import { findRecord } from "./store.ts";

export const downloadForms = {
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
} as const;
type Form = keyof typeof downloadForms;

const faceOf = async (
  { db }: RequestContext,
  deps: CertificateDeps,
  row: NonNullable<Awaited<ReturnType<typeof findRecord>>>,
): Promise<Face> => {
  const policy = await deps.policyOf(db, row.policyVersion);
  const rule = policy?.certificates[row.certificate];
  const holder = row.personId === null ? null : await deps.readPersonCard(db, row.personId);
  return {
    title: row.title,
    issuer: await issuerName(db, deps),
    from: dateText(row.validFrom.getTime()),
    until: dateText(row.validUntil.getTime()),
    url: certificateUrl(deps.issuer, row.id),
    issuedAt: row.issuedAt,
    holder: holder?.name ?? null,
    criteria: rule ? criteriaOf(rule) : [],
  };
};

const fileOf = async (form: Form, face: Face, jwt: string): Promise<Buffer> => {
  if (form === "png") return badgePng(jwt);
  if (form === "svg") return Buffer.from(badgeSvg(face, jwt));
  // It and its fonts are loaded when somebody prints for the first time.
  const { drawPaper } = await import("./draw-paper.ts");
  return drawPaper(face);
};

/** One's own certificate to print, or as a picture that carries its credential. */
export const downloadCertificate = async (
  context: RequestContext,
  deps: CertificateDeps,
  id: string,
  form: Form,
): Promise<Result<Response, Refusal>> => {
  const row = await findRecord(context.db, id);
  if (!row || row.personId !== actorOf(context).personId) return noSuchCertificate();
  const forms = await signedForms(context.db, deps, id);
  if (!forms) return noSuchCertificate();
  const file = await fileOf(form, await faceOf(context, deps, row), forms.jwt);
  return ok(
    new Response(new Uint8Array(file), {
      headers: {
        "content-type": downloadForms[form],
        "content-disposition": `attachment; filename="certificate-${row.certificate}.${form}"`,
        "cache-control": "no-store",
      },
    }),
  );
};
