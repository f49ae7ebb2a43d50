import type { CheckCase } from "@checkride/range/checks";
import {
  type Chunk,
  fieldsOf,
  makeIndex,
  type People,
  type Seen,
  type Value,
  wantedOf,
} from "./index-outside.ts";

export type Session = { readonly user: string; readonly tenant: string };

export type Step = {
  readonly session: Session;
  readonly does: "search" | "read" | "upload" | "approve";
  readonly args: { readonly [key: string]: Value };
  /** Whether this is what should come back, after all steps. */
  readonly gives: (value: Value, seen: Seen) => boolean;
};

const idOf = (one: Value): Value => fieldsOf(one).get("id") ?? null;

export const gives =
  (chunks: readonly Chunk[]) =>
  (value: Value): boolean =>
    Array.isArray(value) &&
    JSON.stringify(value.map(idOf)) === JSON.stringify(chunks.map(({ id }) => id));

export const isNull = (value: Value): boolean => value === null;

/** A search, and the chunks among which it should look. */
export const searches = (
  session: Session,
  question: string,
  allowed: readonly Chunk[],
  more: { readonly [key: string]: Value } = {},
): Step => ({
  session,
  does: "search",
  args: { question, ...more },
  gives: gives(wantedOf(question, allowed)),
});

export type Also = (seen: Seen) => boolean;

export const runs = (
  steps: readonly Step[],
  chunks: readonly Chunk[],
  people: People,
  also: Also = () => true,
): CheckCase => {
  const { seen, host } = makeIndex(chunks, people);
  return {
    args: [steps.map(({ session, does, args }) => ({ session: { ...session }, does, args }))],
    host,
    wants: ({ value }) =>
      Array.isArray(value) &&
      value.length === steps.length &&
      steps.every((step, at) => step.gives(value[at] ?? null, seen)) &&
      also(seen),
  };
};

export const inGroups = (user: string, ...groups: readonly string[]): People => ({
  groups: new Map([[user, [groups]]]),
  reviewers: [],
});

/** The search itself has seen nothing else: neither its number nor its length tells of other texts. */
export const handedOnly =
  (isAllowed: (chunk: Chunk) => boolean): Also =>
  ({ handed }) =>
    handed.every(isAllowed);
