import { fail, ok, type Result } from "@checkride/rules/result";

/** What the API server of a cluster asks: admission.k8s.io/v1. */
export type Review = {
  readonly uid: string;
  readonly user: string;
  readonly groups: readonly string[];
  readonly clearance: string | null;
};

/** On what is deployed; put there by a pipeline that may bring one. */
const annotation = "checkride.dev/clearance";

type Fields = { readonly [name: string]: unknown };

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? { ...value } : {};

const parse = (text: string): Fields => {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
};

export const reviewVersion = "admission.k8s.io/v1";

export const readReview = (text: string): Result<Review, string> => {
  const { apiVersion, kind, request } = parse(text);
  if (apiVersion !== reviewVersion || kind !== "AdmissionReview") {
    return fail(`This is no AdmissionReview of ${reviewVersion}.`);
  }
  const { uid, userInfo, object } = fieldsOf(request);
  const { username, groups } = fieldsOf(userInfo);
  if (typeof uid !== "string" || typeof username !== "string" || username === "") {
    return fail("It does not say who asks, or under which uid.");
  }
  const clearance = fieldsOf(fieldsOf(fieldsOf(object)["metadata"])["annotations"])[annotation];
  return ok({
    uid,
    user: username,
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === "string") : [],
    clearance: typeof clearance === "string" ? clearance : null,
  });
};
