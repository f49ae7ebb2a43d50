/** Every page of the product, by a name for its picture; ids are found out when the pages are visited. */
export const pages = [
  { name: "standing", path: "/" },
  { name: "tracks", path: "/tracks" },
  { name: "track", path: "/tracks/t1" },
  { name: "module", path: "/modules/m01" },
  { name: "lesson", path: "/lessons/m01-1" },
  { name: "lesson-end", path: "/lessons/m01-1?step=end" },
  { name: "cases", path: "/cases" },
  { name: "glossary", path: "/glossary" },
  { name: "kits", path: "/kits" },
  { name: "documents", path: "/documents" },
  { name: "document", path: "/documents/ai-safety-policy" },
  { name: "document-version", path: "/documents/ai-safety-policy/versions/1" },
  { name: "people", path: "/people" },
  { name: "person", path: "/people/$person" },
  { name: "people-import", path: "/people/import" },
  { name: "policy", path: "/policy" },
  { name: "policy-history", path: "/policy/history" },
  { name: "evidence", path: "/evidence" },
  { name: "evidence-row", path: "/evidence/$evidence" },
  { name: "gates", path: "/gates" },
  { name: "tokens", path: "/tokens" },
  { name: "account", path: "/account" },
  { name: "not-found", path: "/no-such-page" },
] as const;

export type PageOf = (typeof pages)[number];

/** Fills in the ids of a person and of a sealed fact of this installation. */
export const withIds = (
  path: string,
  ids: { readonly person: string; readonly evidence: string },
) => path.replace("$person", ids.person).replace("$evidence", ids.evidence);
