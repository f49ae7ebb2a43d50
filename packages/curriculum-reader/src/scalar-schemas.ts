import { roles } from "@checkride/rules/person";
import { z } from "zod";
import { daysPattern, monthsPattern, percentPattern, spanPattern } from "./measures.ts";

/** The `error` of every schema here ends the sentence "`key` must be …". */

export const text = (what: string): z.ZodString =>
  z.string({ error: what }).trim().min(1, { error: what });

export const mapping = (what: string): { error: string } => ({ error: `made of ${what}` });

export const ids = (noun: string) =>
  z.array(text(`the id of ${noun}`), { error: `a list of ${noun}s` });

export const roleList = z.array(z.enum(roles, { error: `one of ${roles.join(", ")}` }), {
  error: "a list of roles",
});

export const months = (describes: string): z.ZodString =>
  z
    .string({ error: "a number of months such as `12 months`" })
    .regex(monthsPattern, { error: "a number of months such as `12 months`" })
    .describe(describes);

export const days = (describes: string): z.ZodString =>
  z
    .string({ error: "a number of days such as `60 days`" })
    .regex(daysPattern, { error: "a number of days such as `60 days`" })
    .describe(describes);

export const span = (describes: string): z.ZodString =>
  z
    .string({ error: "a length of time such as `60 minutes` or `4 hours`" })
    .regex(spanPattern, { error: "a length of time such as `60 minutes` or `4 hours`" })
    .describe(describes);

export const count = z
  .int({ error: "a whole number" })
  .min(0, { error: "a whole number from 0" })
  .max(1000, { error: "a whole number up to 1000" });

const isRealDate = (date: string): boolean => {
  const instant = new Date(date);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date.slice(0, 10));
};

export const date = z
  .string({ error: "a date such as 2027-01-31" })
  .regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z)?$/, {
    error: "a date such as 2027-01-31",
  })
  .refine(isRealDate, { error: "a day that the calendar has, such as 2027-01-31" })
  .describe("A day, from its beginning in UTC, or an instant such as 2027-01-31T12:00:00Z.");

const aShare = { error: "a share such as `80%`, a number from 0 to 1, or `none`" };

export const passMark = z
  .union(
    [
      z.string().regex(percentPattern, aShare),
      z.number().min(0, aShare).max(1, aShare),
      z.literal("none"),
    ],
    aShare,
  )
  .describe("The share that must be reached: `80%` or 0.8; `none`: the score does not matter.");

export const where = z
  .record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean()], { error: "text, a number, true or false" }),
    { error: "made of `key: value`" },
  )
  .describe("What the body of the evidence must say, compared as text.");

/** `job: sre` and `job: [sre, developer]` are both understood. */
export const oneOrMore = <T extends z.ZodType>(
  item: T,
  what: string,
): z.ZodUnion<readonly [T, z.ZodArray<T>]> =>
  z.union([item, z.array(item).min(1, { error: "a list with something in it" })], { error: what });

export const listOf = <T extends string | number>(value: T | readonly T[]): readonly T[] =>
  typeof value === "object" ? value : [value];
