import { randomBytes } from "node:crypto";

/** Marks a place in a value that is filled in later; no text of an author can be the same. */
const mark = randomBytes(12).toString("hex");

export const hole = (name: string): string => `${mark}:${name}`;

/** A value as JSON text with places left open: written out once, filled in for each person. */
export type WrittenOut = readonly { readonly text: string; readonly hole: string | null }[];

export const writeOut = (value: unknown): WrittenOut => {
  const parts = JSON.stringify(value).split(`"${mark}:`);
  return parts.map((part, index) => {
    const next = parts[index + 1];
    const name = next?.slice(0, next.indexOf('"')) ?? null;
    const text = index === 0 ? part : part.slice(part.indexOf('"') + 1);
    return { text, hole: name };
  });
};

export const fillIn = (written: WrittenOut, fillOf: (hole: string) => unknown): string =>
  written
    .map(({ text, hole: name }) =>
      name === null ? text : `${text}${JSON.stringify(fillOf(name))}`,
    )
    .join("");
