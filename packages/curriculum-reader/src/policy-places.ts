import { activityKinds } from "./ask-schema.ts";
import type { Path } from "./fault.ts";
import { valueAt } from "./schema-faults.ts";

/** The rules and the file have different words for some things; these are the places to look, in order. */
const placesOf: Readonly<Record<string, readonly Path[]>> = {
  validMonths: [["validity"]],
  refreshMonths: [["refresh"]],
  refreshAsks: [["refreshWith"]],
  noticeDays: [["notice"]],
  graceDays: [["grace"]],
  firstDueDays: [["firstDue"]],
  maxAgeMinutes: [["maxAge"]],
  longestMinutes: [["longest"]],
  at: [["on"]],
  withinDays: [["within"]],
  activity: activityKinds.map((kind) => [kind]),
  document: [["signOff"]],
  of: [["some", "of"], ["all"], ["any"], ["not"]],
  count: [["count"], ["some", "count"], ["approvals"]],
};

const inherited = new Set(["validity", "refresh", "notice", "grace", "firstDue", "passMark"]);

/** A path of `Policy` in the words of the file, as far as it is there; what was inherited is in `defaults`. */
export const filePath = (path: Path, data: unknown): Path => {
  let found: Path = [];
  for (const segment of path) {
    const places = placesOf[segment] ?? [[segment]];
    const next = places.find((place) => valueAt(data, [...found, ...place]) !== undefined);
    if (next === undefined) {
      const key = String(places[0]?.[0] ?? segment);
      const isDefault = valueAt(data, ["defaults", key]) !== undefined && inherited.has(key);
      return isDefault ? ["defaults", key] : found;
    }
    found = [...found, ...next];
  }
  return found;
};
