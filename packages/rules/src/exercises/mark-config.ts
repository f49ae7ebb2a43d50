import type { Answer } from "../answer.ts";
import type { Blank, FillConfig } from "../exercise.ts";
import type { MarksOrUnfit } from "./marks.ts";
import { filledIn, marksOf, unfit } from "./marks.ts";
import { readNumber } from "./read-number.ts";

type ConfigAnswer = Extract<Answer, { readonly kind: "config" }>;

export const markConfig = ({ blanks }: FillConfig, { values }: ConfigAnswer): MarksOrUnfit => {
  const given = filledIn(
    values,
    blanks.map(({ name }) => name),
    "blank",
  );
  if (!given.ok) return given;
  for (const blank of blanks) {
    const says = misfit(blank, given.value.get(blank.name) ?? "");
    if (says !== null) return unfit(says);
  }
  return marksOf(
    blanks.map((blank) => ({
      about: blank.name,
      right: isRight(blank.wants, given.value.get(blank.name) ?? ""),
      why: blank.why,
    })),
    {
      kind: "config",
      values: Object.fromEntries(blanks.map(({ name, wants }) => [name, solutionOf(wants)])),
    },
  );
};

const misfit = ({ title, wants }: Blank, value: string): string | null => {
  if (value.trim() === "") return `${title}: nothing is filled in yet.`;
  if (wants.kind === "number" && readNumber(value) === null) return `${title}: write a number.`;
  if (wants.kind === "one-of" && !wants.options.includes(value)) {
    return `${title}: pick one of what is offered.`;
  }
  return null;
};

const isRight = (wants: Blank["wants"], value: string): boolean => {
  switch (wants.kind) {
    case "one-of":
      return wants.right.includes(value);
    case "number": {
      const number = readNumber(value);
      return number !== null && number >= wants.from && number <= wants.to;
    }
    case "text":
      return wants.accept.some((accepted) => spaced(accepted) === spaced(value));
  }
};

/** How much space stands between words is no mistake. */
const spaced = (text: string): string => text.trim().replace(/\s+/g, " ");

const solutionOf = (wants: Blank["wants"]): string => {
  switch (wants.kind) {
    case "one-of":
      return wants.right[0] ?? "";
    case "number":
      return String(wants.from);
    case "text":
      return wants.accept[0] ?? "";
  }
};
