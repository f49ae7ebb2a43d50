/**
 * RFC 8785 canonical JSON of a value that came out of `JSON.parse`: such a value has nothing that JSON
 * cannot carry. Numbers and strings are written as ECMAScript writes them, which is what the RFC asks;
 * the default sort compares UTF-16 code units, which is the order the RFC asks.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
};
