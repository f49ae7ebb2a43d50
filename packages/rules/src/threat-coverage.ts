/** One list of threats or duties, in one edition: OWASP LLM 2026, MITRE ATLAS 5.6.1. */
export type Taxonomy = {
  readonly taxonomy: string;
  readonly version: string;
  readonly released: string | null;
  readonly source: string | null;
  readonly license: string | null;
  readonly items: readonly ThreatEntry[];
};

export type ThreatEntry = {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly url: string | null;
  /** `tactic`, `technique`, `mitigation`, `risk` … as the list says. */
  readonly kind: string | null;
  /** The entry that this one is a special case of. */
  readonly parent: string | null;
  /** Entries of this or another list: a technique's tactics, another edition's number. */
  readonly related: readonly string[];
};

/** Something that teaches threats or lets people practise them. */
export type Teaching = {
  /** `lesson/m01-1`, `lab/L17` */
  readonly ref: string;
  readonly kind: "lesson" | "lab";
  readonly installed: boolean;
  readonly threats: readonly string[];
};

/** Somebody has decided that a threat needs no practice here, and why. */
export type Decided = {
  readonly ids: readonly string[];
  readonly as: "lesson-only" | "not-trained";
  readonly because: string;
};

/**
 * `practised`: a lab that is there. `taught`: a lesson, and no lab yet. `planned`: only something that is not
 * installed. `decided`: not meant to be practised here, with a reason. `open`: nothing and nobody has decided.
 */
export const coverageStates = ["practised", "taught", "planned", "decided", "open"] as const;
export type CoverageState = (typeof coverageStates)[number];

export type ThreatCoverage = {
  readonly entry: ThreatEntry;
  readonly state: CoverageState;
  readonly lessons: readonly string[];
  readonly labs: readonly string[];
  readonly questions: number;
  readonly decided: Pick<Decided, "as" | "because"> | null;
};

export type CoverageInput = {
  readonly taxonomy: Taxonomy;
  readonly teaching: readonly Teaching[];
  /** Threat ids of each question of the bank. */
  readonly questions: readonly (readonly string[])[];
  readonly decided: readonly Decided[];
};

/**
 * What is taught of each entry of a list. A special case counts for the general one, and a technique for its
 * tactic; never the other way round: whoever teaches "prompt injection" has not shown each way of it.
 */
export const threatCoverage = (input: CoverageInput): readonly ThreatCoverage[] => {
  const below = specialCases(input.taxonomy);
  const decidedOf = new Map(
    input.decided.flatMap((one) => one.ids.map((id): [string, Decided] => [id, one])),
  );
  return input.taxonomy.items.map((entry) => {
    const ids = below(entry.id);
    const touches = (threats: readonly string[]): boolean => threats.some((id) => ids.has(id));
    const teaching = input.teaching.filter(({ threats }) => touches(threats));
    const decided = decidedOf.get(entry.id) ?? null;
    return {
      entry,
      state: stateOf(teaching, decided !== null),
      lessons: refsOf(teaching, "lesson"),
      labs: refsOf(teaching, "lab"),
      questions: input.questions.filter(touches).length,
      decided: decided && { as: decided.as, because: decided.because },
    };
  });
};

const refsOf = (teaching: readonly Teaching[], kind: Teaching["kind"]): readonly string[] =>
  teaching.filter((one) => one.kind === kind).map(({ ref }) => ref);

const stateOf = (teaching: readonly Teaching[], isDecided: boolean): CoverageState => {
  const installed = teaching.filter((one) => one.installed);
  if (installed.some(({ kind }) => kind === "lab")) return "practised";
  if (installed.length > 0) return "taught";
  if (teaching.length > 0) return "planned";
  return isDecided ? "decided" : "open";
};

/** An entry with everything that is a case of it. A list whose parents go in a circle ends all the same. */
const specialCases = ({ items }: Taxonomy): ((id: string) => ReadonlySet<string>) => {
  const tactics = new Set(items.filter(({ kind }) => kind === "tactic").map(({ id }) => id));
  const children = new Map<string, string[]>();
  const put = (above: string, id: string): void => {
    const known = children.get(above);
    if (known === undefined) children.set(above, [id]);
    else known.push(id);
  };
  for (const { id, kind, parent, related } of items) {
    if (parent !== null) put(parent, id);
    if (kind === "technique") for (const one of related) if (tactics.has(one)) put(one, id);
  }
  return (id) => {
    const found = new Set([id]);
    for (const one of found) for (const child of children.get(one) ?? []) found.add(child);
    return found;
  };
};

export type TaxonomyDifference = {
  readonly added: readonly ThreatEntry[];
  readonly gone: readonly ThreatEntry[];
  readonly renamed: readonly { readonly id: string; readonly from: string; readonly to: string }[];
};

export const taxonomyDifference = (before: Taxonomy, after: Taxonomy): TaxonomyDifference => {
  const was = new Map(before.items.map((entry) => [entry.id, entry]));
  const is = new Set(after.items.map(({ id }) => id));
  return {
    added: after.items.filter(({ id }) => !was.has(id)),
    gone: before.items.filter(({ id }) => !is.has(id)),
    renamed: after.items.flatMap(({ id, name }) => {
      const from = was.get(id)?.name;
      return from === undefined || from === name ? [] : [{ id, from, to: name }];
    }),
  };
};

/**
 * Whether one list is a later state of the other, so that it takes its place. Editions that number anew
 * (`LLM01:2026` after `LLM01:2025`) share no ids and stand side by side.
 */
export const replaces = (after: Taxonomy, before: Taxonomy): boolean => {
  if (after.taxonomy !== before.taxonomy) return false;
  const ids = new Set(before.items.map(({ id }) => id));
  const shared = after.items.filter(({ id }) => ids.has(id)).length;
  return shared * 2 >= Math.min(after.items.length, before.items.length) && shared > 0;
};
