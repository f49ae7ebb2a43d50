import { z } from "zod";
import { askSchema } from "./ask-schema.ts";
import { conditionSchema } from "./condition-schema.ts";
import { gateId, gateSchema } from "./gate-schema.ts";
import {
  count,
  date,
  days,
  ids,
  mapping,
  months,
  passMark,
  roleList,
  text,
  where,
} from "./scalar-schemas.ts";

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/, { error: "lower-case words joined by `-`" });

const lengths = {
  refresh: months("How long a pass counts before it is refreshed."),
  validity: months("How long a pass counts at most, refreshed or not; 24 months at most."),
  notice: days("So long before the end it is shown as due."),
  grace: days("So long after the end it still opens gates."),
  firstDue: days("Time to earn it for the first time, from the day it is asked."),
};

const audience = z.strictObject(
  {
    title: text("text").describe("Who they are, in a few words."),
    because: text("text").describe("The answer to the question: why me?"),
    who: conditionSchema,
  },
  mapping("`title`, `because` and `who`"),
);

const reopen = z.strictObject(
  {
    evidence: text("a kind of evidence").describe("The kind of evidence that reopens."),
    where: where.optional(),
    count: count.default(1).describe("How many of them."),
    within: days("Within how many days of each other."),
    activities: z
      .array(text("an activity such as lab/L17"), { error: "a list of activities such as lab/L17" })
      .describe("Activities that must be done again."),
    because: text("text").describe("The reason people read."),
  },
  mapping("`evidence`, `within`, `activities` and `because`"),
);

const asks = z.array(askSchema, { error: "a list of asks such as `- lab: L17`" });

const certificate = z.strictObject(
  {
    title: text("text"),
    track: text("the id of a track").nullish().describe("The track that leads to it."),
    for: ids("audience").describe("The audiences that are asked for it."),
    asks: asks.describe("Everything that must be shown, and must still count."),
    refreshWith: asks.describe("What carries passes on to the next refresh.").optional(),
    refresh: lengths.refresh.optional(),
    validity: lengths.validity.optional(),
    notice: lengths.notice.optional(),
    grace: lengths.grace.optional(),
    firstDue: z
      .union([lengths.firstDue, z.literal("never")], {
        error: "a number of days such as `30 days`, or `never`",
      })
      .optional(),
    requiredFrom: date.describe("Nobody is late before this day.").optional(),
    reopen: z
      .array(reopen, { error: "a list" })
      .describe("Evidence that asks for practice again.")
      .optional(),
  },
  mapping("`title`, `for`, `asks` and what else it needs"),
);

const exemption = z.strictObject(
  {
    person: text("the id of a person"),
    certificate: text("the id of a certificate"),
    reason: text("text"),
    approver: text("the id of a person").describe("Who agreed; somebody else."),
    from: date.optional(),
    until: date.describe("It ends at the beginning of this day."),
  },
  mapping("`person`, `certificate`, `reason`, `approver` and `until`"),
);

export const policySchema = z
  .strictObject(
    {
      checkride: z.literal(1, { error: "1, the version of this format" }),
      name: text("text").describe("The name of the programme."),
      defaults: z
        .strictObject({ ...lengths, passMark })
        .partial()
        .describe("What holds wherever a certificate does not say otherwise.")
        .optional(),
      audiences: z.record(id, audience, mapping("audiences by their id")),
      certificates: z.record(id, certificate, mapping("certificates by their id")),
      gates: z.record(gateId, gateSchema, mapping("gates by their id")),
      exemptions: z.array(exemption, { error: "a list of exemptions" }).optional(),
      approvals: z
        .strictObject({
          count: count.describe("How many must agree."),
          roles: roleList,
        })
        .describe("Who agrees before a new version takes effect, besides whoever proposes it.")
        .optional(),
      content: z
        .strictObject(
          { approvals: count.describe("How many must agree."), roles: roleList },
          mapping("`approvals` and `roles`"),
        )
        .describe("Who agrees before a change of the curriculum comes into force.")
        .optional(),
    },
    { error: "a policy that begins with `checkride: 1`" },
  )
  .meta({ title: "Checkride policy" });

export type PolicyFile = z.infer<typeof policySchema>;

/** For editors: what a policy file may contain. */
export const policyJsonSchema = (): object =>
  z.toJSONSchema(policySchema, { io: "input", target: "draft-2020-12" });
