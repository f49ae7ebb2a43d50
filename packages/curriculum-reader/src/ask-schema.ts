import { z } from "zod";
import { count, date, passMark, text, where } from "./scalar-schemas.ts";

/** The keys that name an activity: `lab: L17` is the activity `lab/L17`. */
export const activityKinds = [
  "lab",
  "quiz",
  "lesson",
  "assessment",
  "drill",
  "match",
  "session",
] as const;

/** An ask has exactly one of these. */
export const askKinds = [...activityKinds, "signOff", "evidence", "certificate", "some"] as const;
type AskKind = (typeof askKinds)[number];

/** What may stand beside each. */
const extras: Readonly<Record<AskKind, readonly string[]>> = {
  lab: ["title", "passMark", "since"],
  quiz: ["title", "passMark", "since"],
  lesson: ["title", "passMark", "since"],
  assessment: ["title", "passMark", "since"],
  drill: ["title", "passMark", "since"],
  match: ["title", "passMark", "since"],
  session: ["title", "passMark", "since"],
  signOff: ["title", "version", "since"],
  evidence: ["title", "where", "since"],
  certificate: [],
  some: [],
};

const id = (noun: string): z.ZodString => text(`the id of ${noun}`);

export const askSchema = z
  .strictObject(
    {
      lab: id("a lab such as L17").describe("Pass this lab.").optional(),
      quiz: id("a quiz such as t1").describe("Pass this quiz.").optional(),
      lesson: id("a lesson such as m01-1").describe("Finish this lesson.").optional(),
      assessment: id("an assessment such as m16").describe("Pass this assessment.").optional(),
      drill: id("a drill").describe("Handle this drill well.").optional(),
      match: id("a match").describe("Take part in this match.").optional(),
      session: id("a session").describe("Attend this session.").optional(),
      signOff: id("a document").describe("Sign this document.").optional(),
      evidence: id("a kind of evidence such as review.accepted")
        .describe("Any evidence of this kind.")
        .optional(),
      certificate: id("another certificate").describe("Hold another certificate.").optional(),
      get some() {
        return someSchema.optional();
      },
      title: text("text").describe("Shown instead of the activity's own title.").optional(),
      passMark: passMark.optional(),
      since: date.describe("Only passes from this day on count.").optional(),
      version: count.describe("The oldest version of the document that counts.").optional(),
      where: where.optional(),
    },
    { error: "an ask such as `lab: L17`" },
  )
  .superRefine((ask, context) => {
    const kinds = askKinds.filter((kind) => ask[kind] !== undefined);
    const [kind, second] = kinds;
    if (kind === undefined) {
      const says = `does not say what is asked; begin with one of ${askKinds.join(", ")}`;
      context.addIssue({ code: "custom", message: says, params: { sentence: true } });
      return;
    }
    if (second !== undefined) {
      const says = `stands beside \`${kind}\`; make two asks of it`;
      context.addIssue({
        code: "custom",
        message: says,
        params: { sentence: true },
        path: [second],
      });
      return;
    }
    for (const extra of ["title", "passMark", "since", "version", "where"] as const) {
      if (ask[extra] === undefined || extras[kind].includes(extra)) continue;
      const says = `means nothing beside \`${kind}\``;
      context.addIssue({
        code: "custom",
        message: says,
        params: { sentence: true },
        path: [extra],
      });
    }
  })
  .meta({ id: "ask", description: "One thing that must be shown." });

const someSchema = z.strictObject(
  {
    count: count.describe("How many of them must count."),
    title: text("text").optional(),
    get of() {
      return z.array(askSchema, { error: "a list of asks" });
    },
  },
  { error: "made of `count` and `of`" },
);

export type AskFile = z.infer<typeof askSchema>;
