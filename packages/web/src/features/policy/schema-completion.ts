import { yamlPlace } from "./yaml-place.ts";

export type Suggestion = {
  readonly label: string;
  readonly detail: string;
  readonly insert: string;
};

type Keyword =
  | "$ref"
  | "additionalProperties"
  | "allOf"
  | "anyOf"
  | "const"
  | "description"
  | "enum"
  | "items"
  | "oneOf"
  | "properties"
  | "type";
type Schema = Readonly<Record<string, unknown>> & { readonly [K in Keyword]?: unknown };

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const memberOf = (value: unknown, key: string): unknown =>
  isSchema(value) && Object.hasOwn(value, key) ? value[key] : undefined;

const followRef = (root: Schema, ref: string): unknown =>
  ref
    .replace(/^#\/?/, "")
    .split("/")
    .filter((part) => part !== "")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(memberOf, root);

/** A schema may speak of another by reference or offer several forms: all that may apply here. */
const alternatives = (root: Schema, schema: unknown, depth = 0): readonly Schema[] => {
  if (!isSchema(schema) || depth > 12) return [];
  const ref = schema.$ref;
  const others = [
    ...(typeof ref === "string" ? [followRef(root, ref)] : []),
    ...listOf(schema.anyOf),
    ...listOf(schema.oneOf),
    ...listOf(schema.allOf),
  ];
  return [schema, ...others.flatMap((other) => alternatives(root, other, depth + 1))];
};

const childOf = (schema: Schema, segment: string): unknown =>
  segment === "[]"
    ? schema.items
    : (memberOf(schema.properties, segment) ?? schema.additionalProperties);

const schemasAt = (root: Schema, path: readonly string[]): readonly Schema[] =>
  path.reduce(
    (schemas, segment) => schemas.flatMap((schema) => alternatives(root, childOf(schema, segment))),
    alternatives(root, root),
  );

const describe = (root: Schema, schema: unknown): string => {
  for (const form of alternatives(root, schema)) {
    if (typeof form.description === "string") return form.description;
  }
  return "";
};

/** A mapping or a list goes on in the next line; anything else behind the colon. */
const opensBlock = (root: Schema, schema: unknown): boolean =>
  alternatives(root, schema).some((form) => form.type === "object");

const keySuggestions = (root: Schema, schemas: readonly Schema[]): readonly Suggestion[] =>
  schemas.flatMap((schema) => {
    const properties = schema.properties;
    return isSchema(properties)
      ? Object.entries(properties).map(([label, property]) => ({
          label,
          detail: describe(root, property),
          insert: opensBlock(root, property) ? `${label}:` : `${label}: `,
        }))
      : [];
  });

const valueSuggestions = (schemas: readonly Schema[]): readonly Suggestion[] =>
  schemas.flatMap((schema) => {
    const detail = typeof schema.description === "string" ? schema.description : "";
    const values = [
      ...listOf(schema.enum),
      ...("const" in schema ? [schema.const] : []),
      ...(schema.type === "boolean" ? [true, false] : []),
    ];
    return values.map((value) => ({ label: String(value), detail, insert: String(value) }));
  });

const uniqueByLabel = (suggestions: readonly Suggestion[]): readonly Suggestion[] => [
  ...new Map(suggestions.map((suggestion) => [suggestion.label, suggestion])).values(),
];

/** What the schema knows that could stand at this place of the file. */
export const suggestFromSchema = (
  schema: unknown,
  text: string,
  offset: number,
): { readonly from: number; readonly suggestions: readonly Suggestion[] } | null => {
  const place = isSchema(schema) ? yamlPlace(text, offset) : null;
  if (!place || !isSchema(schema)) return null;
  const schemas = schemasAt(schema, place.path);
  const suggestions =
    place.position === "key"
      ? keySuggestions(schema, schemas).filter(({ label }) => !place.siblings.includes(label))
      : valueSuggestions(schemas);
  return { from: place.from, suggestions: uniqueByLabel(suggestions) };
};
