import { fail, ok, type Result } from "@checkride/rules/result";
import type { Taxonomy, ThreatEntry } from "@checkride/rules/threat-coverage";
import { parse } from "yaml";
import { z } from "zod";

/** ATLAS with all its case studies is about one; more than this is no list of threats. */
const largestTextLength = 8_000_000;

/** So many faults tell what is wrong; the next thousand would not. */
const mostFaults = 20;

const text = z.string().trim().min(1);
const textOrNull = text.nullish().transform((value) => value ?? null);

/** The shape of the files in `curriculum/threats`. */
const ours = z.object({
  taxonomy: text.max(200),
  version: text.max(200),
  released: textOrNull,
  source: textOrNull,
  license: textOrNull,
  items: z
    .array(
      z.object({
        id: text.max(100),
        name: text.max(300),
        summary: z.string().max(4_000).default(""),
        url: textOrNull,
        kind: textOrNull,
        parent: textOrNull,
        related: z.array(text).default([]),
      }),
    )
    .min(1)
    .max(5_000),
});

const part = z.object({ id: text, name: text, description: z.string().default("") });

/** `dist/ATLAS.yaml` as MITRE distributes it: one matrix with tactics, techniques and mitigations. */
const atlas = z.object({
  id: z.literal("ATLAS"),
  version: z.union([text, z.number()]).transform(String),
  matrices: z
    .array(
      z.object({
        tactics: z.array(part),
        techniques: z.array(
          part.extend({
            tactics: z.array(text).default([]),
            "subtechnique-of": text.optional(),
          }),
        ),
        mitigations: z
          .array(
            part.extend({
              techniques: z
                .array(z.union([text, z.object({ id: text }).transform(({ id }) => id)]))
                .default([]),
            }),
          )
          .default([]),
      }),
    )
    .min(1),
});

type Atlas = z.infer<typeof atlas>;

/** A list of threats out of a file that somebody brings; what is wrong with it, in sentences. */
export const readTaxonomy = (file: string): Result<Taxonomy, readonly string[]> => {
  if (file.length > largestTextLength) return fail(["The file is longer than 8 MB."]);
  const data = dataOf(file);
  if (!data.ok) return data;
  const isAtlas = atlasMark.safeParse(data.value).success;
  const parsed = isAtlas
    ? atlas.transform(fromAtlas).safeParse(data.value)
    : ours.safeParse(data.value);
  if (!parsed.success) return fail(faultsOf(parsed.error.issues, isAtlas));
  const twice = duplicates(parsed.data.items.map(({ id }) => id));
  return twice.length === 0
    ? ok(parsed.data)
    : fail(twice.slice(0, mostFaults).map((id) => `The id \`${id}\` stands in it more than once.`));
};

const atlasMark = z
  .object({ matrices: z.unknown() })
  .refine((value) => value.matrices !== undefined);

const dataOf = (file: string): Result<unknown, readonly string[]> => {
  const body = file.replace(/^\uFEFF/, "");
  try {
    return ok(
      body.trimStart().startsWith("{")
        ? JSON.parse(body)
        : parse(body, { maxAliasCount: 0, logLevel: "silent" }),
    );
  } catch (error) {
    const says = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    return fail([`The file is neither JSON nor YAML: ${says}`]);
  }
};

const fromAtlas = ({ version, matrices }: Atlas): Taxonomy => ({
  taxonomy: "MITRE ATLAS",
  version,
  released: null,
  source: "https://github.com/mitre-atlas/atlas-data",
  license: "Apache-2.0",
  items: matrices.flatMap((matrix) => [
    ...matrix.tactics.map((tactic) => entryOf("tactics", "tactic", tactic)),
    ...matrix.techniques.map(({ tactics, "subtechnique-of": parent, ...technique }) => ({
      ...entryOf("techniques", parent === undefined ? "technique" : "subtechnique", technique),
      parent: parent ?? null,
      related: parent === undefined ? tactics : [],
    })),
    ...matrix.mitigations.map(({ techniques, ...mitigation }) => ({
      ...entryOf("mitigations", "mitigation", mitigation),
      related: techniques,
    })),
  ]),
});

const entryOf = (
  folder: string,
  kind: string,
  { id, name, description }: z.infer<typeof part>,
): ThreatEntry => ({
  id,
  name,
  summary: firstSentence(description),
  url: `https://atlas.mitre.org/${folder}/${id}`,
  kind,
  parent: null,
  related: [],
});

const firstSentence = (description: string): string =>
  /^[\s\S]{1,400}?[.!?](?=\s|$)/.exec(description.trim())?.[0].replace(/\s+/g, " ") ??
  description.trim().slice(0, 400);

const faultsOf = (issues: readonly z.core.$ZodIssue[], isAtlas: boolean): readonly string[] => {
  const shape = isAtlas
    ? "as MITRE distributes ATLAS"
    : "made of `taxonomy`, `version` and `items`, each item of `id`, `name` and more";
  return [
    `The file is not ${shape}.`,
    ...issues
      .slice(0, mostFaults)
      .map(({ path, message }) => `At \`/${path.map(String).join("/")}\`: ${message}.`),
  ];
};

const duplicates = (ids: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return [...new Set(ids.filter((id) => seen.size === seen.add(id).size))];
};
