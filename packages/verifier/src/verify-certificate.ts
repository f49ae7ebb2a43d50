import { isObject, type JsonObject } from "./read-token.ts";
import { type Checked, refused } from "./refusal.ts";
import { type Trust, verifySigned } from "./verify-signed.ts";

/** What a certificate proves while it is not revoked. */
export type VerifiedCertificate = {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly from: Date;
  readonly until: Date | null;
  /** Where it would be revoked: a place in a signed list. Null: it cannot be. */
  readonly status: { readonly list: string; readonly index: number } | null;
};

const textIn = (value: unknown, name: string): string | null => {
  const found = isObject(value) ? value[name] : undefined;
  return typeof found === "string" && found !== "" ? found : null;
};

export const hasType = (credential: JsonObject, type: string): boolean => {
  const { type: types } = credential;
  return types === type || (Array.isArray(types) && types.includes(type));
};

/** The id of a node that is written as its id alone or as an object with one. */
export const idOf = (value: unknown): string | null =>
  typeof value === "string" ? value : textIn(value, "id");

const instantOf = (value: unknown): Date | null => {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time);
};

const isSecond = (date: Date | null, claim: unknown): boolean =>
  date === null ? claim === undefined : claim === Math.floor(date.getTime() / 1000);

const readStatus = (entry: unknown): Checked<VerifiedCertificate["status"]> => {
  if (entry === undefined) return { ok: true, value: null };
  const list = textIn(entry, "statusListCredential");
  const index = textIn(entry, "statusListIndex");
  const known =
    textIn(entry, "type") === "BitstringStatusListEntry" &&
    textIn(entry, "statusPurpose") === "revocation";
  return known && list !== null && index !== null && /^(0|[1-9]\d{0,9})$/.test(index)
    ? { ok: true, value: { list, index: Number(index) } }
    : refused("malformed", "it names a way of revocation that is not known here");
};

/**
 * The rules of Open Badges 3.0 for its JWT form: the registered claims repeat what the credential says, and
 * where they differ nothing is believed.
 */
const agrees = (credential: JsonObject): boolean =>
  credential["iss"] === idOf(credential["issuer"]) &&
  credential["jti"] === credential["id"] &&
  credential["sub"] === (textIn(credential["credentialSubject"], "id") ?? credential["sub"]) &&
  isSecond(instantOf(credential["validFrom"]), credential["nbf"]) &&
  isSecond(instantOf(credential["validUntil"]), credential["exp"]);

/** Whether a certificate in its JWT form was signed by its issuer and counts now, revocation aside. */
export const verifyCertificate = async (
  text: string,
  trust: Trust,
): Promise<Checked<VerifiedCertificate>> => {
  const verified = await verifySigned(text, "JWT", trust);
  if (!verified.ok) return verified;
  const credential = verified.value;
  if (
    !hasType(credential, "AchievementCredential") &&
    !hasType(credential, "OpenBadgeCredential")
  ) {
    return refused("wrong-type", "it is no certificate");
  }
  if (!agrees(credential)) {
    return refused("malformed", "its claims and its credential say different things");
  }
  const { credentialSubject: subject } = credential;
  const achievement: unknown = isObject(subject) ? subject["achievement"] : undefined;
  const title = textIn(achievement, "name");
  const id = textIn(credential, "id");
  const issuer = idOf(credential["issuer"]);
  const from = instantOf(credential["validFrom"]);
  if (id === null || title === null || issuer === null || from === null) {
    return refused("incomplete", "it does not say what was earned, when and from whom");
  }
  const status = readStatus(credential["credentialStatus"]);
  if (!status.ok) return status;
  const until = instantOf(credential["validUntil"]);
  return { ok: true, value: { id, title, issuer, from, until, status: status.value } };
};
