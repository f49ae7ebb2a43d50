import { roles, tiers } from "@checkride/rules/person";
import { z } from "zod";
import { oneOrMore, text } from "./scalar-schemas.ts";

export const conditionKinds = [
  "all",
  "any",
  "not",
  "audience",
  "team",
  "job",
  "role",
  "tier",
  "attribute",
] as const;

const oneOfRoles = `one of ${roles.join(", ")}`;

const names = (noun: string, describes: string) =>
  oneOrMore(text(noun), `${noun} or a list of them`).describe(describes).optional();

const whoPhrase = "`everyone` or a condition such as `job: [developer]`";

const rule = z
  .strictObject(
    {
      get all() {
        return z.array(conditionSchema, { error: "a list of conditions" }).optional();
      },
      get any() {
        return z.array(conditionSchema, { error: "a list of conditions" }).optional();
      },
      get not() {
        return conditionSchema.optional();
      },
      audience: text("the id of an audience").describe("Everyone in this audience.").optional(),
      team: names("the id of a team", "Everyone in one of these teams."),
      job: names("a job", "Everyone with one of these jobs."),
      role: oneOrMore(z.enum(roles, { error: oneOfRoles }), oneOfRoles)
        .describe("Everyone with one of these roles.")
        .optional(),
      tier: oneOrMore(z.literal(tiers, { error: "1, 2 or 3" }), "1, 2, 3 or a list of them")
        .describe("1 uses AI tools, 2 builds with models, 3 trains models.")
        .optional(),
      attribute: z
        .strictObject(
          {
            name: text("the name of an attribute"),
            in: oneOrMore(text("a value"), "a value or a list of them"),
          },
          { error: "made of `name` and `in`" },
        )
        .describe("Everyone whose attribute has one of these values.")
        .optional(),
    },
    { error: whoPhrase },
  )
  .superRefine((condition, context) => {
    const [first, second] = conditionKinds.filter((kind) => condition[kind] !== undefined);
    if (first === undefined) {
      const message = `says nothing; begin with one of ${conditionKinds.join(", ")}`;
      context.addIssue({ code: "custom", message, params: { sentence: true } });
    } else if (second !== undefined) {
      const message = `stands beside \`${first}\`; join them under \`all:\` or \`any:\``;
      context.addIssue({ code: "custom", message, params: { sentence: true }, path: [second] });
    }
  });

export const conditionSchema = z
  .union([z.literal("everyone", { error: whoPhrase }), rule], { error: whoPhrase })
  .meta({ id: "condition", description: "Who belongs to it." });

export type ConditionFile = z.infer<typeof conditionSchema>;
