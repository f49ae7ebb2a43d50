export type BodyFact = { readonly name: string; readonly value: string };

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const wordOf = (value: unknown): string => {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(wordOf).join(", ");
  return isPlainObject(value) ? JSON.stringify(value) : String(value);
};

/** A body as lines to read: nested names are joined with dots, everything else becomes words. */
export const bodyFacts = (
  body: Readonly<Record<string, unknown>>,
  prefix = "",
): readonly BodyFact[] =>
  Object.entries(body).flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    return isPlainObject(value) && Object.keys(value).length > 0
      ? bodyFacts(value, `${name}.`)
      : [{ name, value: isPlainObject(value) ? "none" : wordOf(value) }];
  });

const gistFacts = 3;
const gistLength = 80;

/** The first few facts in one line, for a table. */
export const bodyGist = (body: Readonly<Record<string, unknown>> | null): string => {
  const facts = bodyFacts(body ?? {}).slice(0, gistFacts);
  const gist = facts.map(({ name, value }) => `${name} ${value}`).join(" · ");
  return gist.length > gistLength ? `${gist.slice(0, gistLength - 1)}…` : gist || "–";
};
