import type { CertificateCheck } from "@checkride/api/certificates";
import { credentialInPicture } from "@checkride/verifier/baked-credential";
import type { Database } from "../../platform/database.ts";
import { publicView } from "./certificate-views.ts";
import { idInUrl, type Judged, judgeJson, judgeJwt, refusedAs } from "./check-credential.ts";
import type { CertificateDeps } from "./deps.ts";
import { findRecord } from "./store.ts";

export type Shown = { readonly text: string } | { readonly picture: string };

type Kind = CertificateCheck["kind"];

const judgeText = async (
  db: Database,
  deps: CertificateDeps,
  text: string,
  now: Date,
): Promise<readonly [Kind, Judged]> => {
  const trimmed = text.trim();
  const inPicture = credentialInPicture(Buffer.from(trimmed));
  if (inPicture) return judgePicture(db, deps, inPicture, now);
  if (trimmed.startsWith("{")) return ["json", await judgeJson(db, deps, trimmed)];
  if (/^https?:\/\//.test(trimmed)) return ["link", judgeLink(deps, trimmed)];
  return ["jwt", await judgeJwt(db, deps, trimmed, now)];
};

const judgePicture = async (
  db: Database,
  deps: CertificateDeps,
  found: NonNullable<ReturnType<typeof credentialInPicture>>,
  now: Date,
): Promise<readonly [Kind, Judged]> => {
  if (!found.ok)
    return ["picture", refusedAs(found.error.code, `Not believed: ${found.error.says}.`)];
  const judged = found.value.startsWith("{")
    ? await judgeJson(db, deps, found.value)
    : await judgeJwt(db, deps, found.value, now);
  return ["picture", judged];
};

/** Nothing is ever fetched for somebody who pastes an address. */
const judgeLink = (deps: CertificateDeps, url: string): Judged => {
  const id = idInUrl(deps, url);
  return id === null
    ? refusedAs("wrong-issuer", `This address names no certificate of ${deps.issuer.url}.`)
    : { ok: true, id };
};

const judge = (db: Database, deps: CertificateDeps, shown: Shown, now: Date) => {
  if ("text" in shown) return judgeText(db, deps, shown.text, now);
  const found = credentialInPicture(Buffer.from(shown.picture, "base64"));
  if (found) return judgePicture(db, deps, found, now);
  const says = "This is neither a PNG nor an SVG picture.";
  return ["picture", refusedAs("malformed", says)] as const;
};

/** What somebody was shown, held against what was issued and what has become of it. */
export const checkCertificate = async (
  db: Database,
  deps: CertificateDeps,
  shown: Shown,
  now: Date,
): Promise<CertificateCheck> => {
  const [kind, judged] = await judge(db, deps, shown, now);
  const row = judged.id === null ? null : await findRecord(db, judged.id);
  const certificate = row && (await publicView(db, deps, row, now));
  if (!judged.ok) {
    return { valid: false, kind, code: judged.code, says: judged.says, certificate };
  }
  if (!certificate) {
    const says = "No certificate that was issued here has this number.";
    return { valid: false, kind, code: "unknown", says, certificate: null };
  }
  const { counts, state, says } = certificate;
  return { valid: counts, kind, code: counts ? null : state, says, certificate };
};
