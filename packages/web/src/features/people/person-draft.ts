import type { PersonCard } from "@checkride/api/people";
import { type Role, tiers } from "@checkride/rules/person";

/** A person as a form holds them: text everywhere, attributes as `name: value; value` lines. */
export type PersonDraft = {
  readonly email: string;
  readonly name: string;
  readonly team: string;
  readonly job: string;
  readonly tier: "" | "1" | "2" | "3";
  readonly roles: readonly Role[];
  readonly attributes: string;
  readonly startedAt: string;
};

export type PersonFields = {
  readonly email: string;
  readonly name: string;
  readonly team: string | null;
  readonly job: string | null;
  readonly tier: 1 | 2 | 3 | null;
  readonly roles: Role[];
  readonly attributes: Record<string, string[]>;
  readonly startedAt?: string;
};

export const emptyDraft: PersonDraft = {
  email: "",
  name: "",
  team: "",
  job: "",
  tier: "",
  roles: ["learner"],
  attributes: "",
  startedAt: "",
};

const tierTexts = ["", "1", "2", "3"] as const;

export const draftOf = (person: PersonCard): PersonDraft => ({
  email: person.email ?? "",
  name: person.name,
  team: person.team ?? "",
  job: person.job ?? "",
  tier: tierTexts[person.tier ?? 0],
  roles: person.roles,
  attributes: Object.entries(person.attributes)
    .map(([name, values]) => `${name}: ${values.join("; ")}`)
    .join("\n"),
  startedAt: person.startedAt.slice(0, 10),
});

export type DraftFaults = Readonly<
  Partial<Record<"email" | "name" | "roles" | "attributes" | "startedAt", string>>
>;

const attributeLine = /^([a-z][a-zA-Z0-9_-]{0,39})\s*:\s*(.+)$/;

const readAttributes = (text: string) => {
  const attributes: Record<string, string[]> = {};
  const bad: string[] = [];
  for (const line of text.split("\n").map((raw) => raw.trim())) {
    if (line === "") continue;
    const [, name, values] = attributeLine.exec(line) ?? [];
    if (name === undefined || values === undefined) {
      bad.push(line);
      continue;
    }
    const listed = values
      .split(";")
      .map((value) => value.trim())
      .filter((value) => value !== "");
    attributes[name] = [...(attributes[name] ?? []), ...listed];
  }
  return { attributes, bad };
};

const orNull = (text: string): string | null => text.trim() || null;

const faultsOf = (draft: PersonDraft, badLines: readonly string[]): DraftFaults => ({
  ...(/^\S+@\S+\.\S+$/.test(draft.email.trim())
    ? {}
    : { email: "Write an e-mail address, such as ada@example.org." }),
  ...(draft.name.trim() === "" ? { name: "Write the person's name." } : {}),
  ...(draft.roles.length === 0 ? { roles: "Choose at least one role." } : {}),
  ...(badLines.length > 0
    ? {
        attributes: `Write each line as name: value; value. This does not fit: ${badLines.join(", ")}`,
      }
    : {}),
  ...(draft.startedAt !== "" && Number.isNaN(Date.parse(draft.startedAt))
    ? { startedAt: "Write a date, such as 2026-05-03." }
    : {}),
});

/** The form's text as the API takes it, or what is still wrong with each field. */
export const readDraft = (
  draft: PersonDraft,
):
  | { readonly ok: true; readonly value: PersonFields }
  | { readonly ok: false; readonly faults: DraftFaults } => {
  const { attributes, bad } = readAttributes(draft.attributes);
  const faults = faultsOf(draft, bad);
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const value = {
    email: draft.email.trim(),
    name: draft.name.trim(),
    team: orNull(draft.team),
    job: orNull(draft.job),
    tier: tiers.find((tier) => String(tier) === draft.tier) ?? null,
    roles: [...draft.roles],
    attributes,
    ...(draft.startedAt === "" ? {} : { startedAt: `${draft.startedAt}T00:00:00.000Z` }),
  };
  return { ok: true, value };
};

const fields = [
  "email",
  "name",
  "team",
  "job",
  "tier",
  "roles",
  "attributes",
  "startedAt",
] as const satisfies readonly (keyof PersonDraft)[];

const isTouched = (base: PersonDraft, draft: PersonDraft, field: keyof PersonDraft): boolean =>
  base[field].toString() !== draft[field].toString();

/** Only what was changed is sent, so that what somebody else changed beside it stays. */
export const touchedFields = (
  base: PersonDraft,
  draft: PersonDraft,
  read: PersonFields,
): Partial<PersonFields> => {
  const is = (field: keyof PersonDraft) => isTouched(base, draft, field);
  return {
    ...(is("email") ? { email: read.email } : {}),
    ...(is("name") ? { name: read.name } : {}),
    ...(is("team") ? { team: read.team } : {}),
    ...(is("job") ? { job: read.job } : {}),
    ...(is("tier") ? { tier: read.tier } : {}),
    ...(is("roles") ? { roles: read.roles } : {}),
    ...(is("attributes") ? { attributes: read.attributes } : {}),
    ...(is("startedAt") && read.startedAt ? { startedAt: read.startedAt } : {}),
  };
};

const fieldWords = {
  email: "E-mail address",
  name: "Name",
  team: "Team",
  job: "Job",
  tier: "Tier",
  roles: "Roles",
  attributes: "Attributes",
  startedAt: "Started",
} as const satisfies Record<keyof PersonDraft, string>;

export type FieldDifference = {
  readonly field: string;
  /** Null: this editor did not touch the field. */
  readonly yours: string | null;
  readonly theirs: string;
};

/** What two editors made of the same person: every field that either of them changed. */
export const differences = (
  base: PersonDraft,
  yours: PersonDraft,
  theirs: PersonDraft,
): readonly FieldDifference[] =>
  fields
    .filter((field) => isTouched(base, yours, field) || isTouched(base, theirs, field))
    .map((field) => ({
      field: fieldWords[field],
      yours: isTouched(base, yours, field) ? yours[field].toString() : null,
      theirs: theirs[field].toString(),
    }));
