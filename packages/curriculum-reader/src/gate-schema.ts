import { gateModes, gateOutcomes, unlinkedRules } from "@checkride/rules/policy";
import { z } from "zod";
import { date, ids, mapping, oneOrMore, roleList, span, text } from "./scalar-schemas.ts";

export const gateId = z
  .string()
  .regex(/^[a-z0-9]+(?:[._/-][a-z0-9]+)*$/, { error: "lower-case words joined by `-` or `/`" });

const mode = z.enum(gateModes, { error: `one of ${gateModes.join(", ")}` });

const turn = z.strictObject(
  { to: mode.describe("The mode from then on."), on: date },
  mapping("`to` and `on`"),
);

const offline = z.strictObject(
  {
    maxAge: span("So old may an answer be where nobody can be asked; 7 days at most.").optional(),
    otherwise: z
      .enum(gateOutcomes, { error: "allow or deny" })
      .describe("What holds where no answer is young enough; left out: deny.")
      .optional(),
  },
  mapping("`maxAge` and `otherwise`"),
);

const breakGlass = z.strictObject(
  {
    roles: roleList.describe("Who approves: one of these, besides whoever asks."),
    longest: span("So long it stays open at most; 3 days at most."),
  },
  mapping("`roles` and `longest`"),
);

export const gateSchema = z.strictObject(
  {
    title: text("text"),
    mode: mode.describe("observe and warn only say what enforce does."),
    turns: oneOrMore(turn, "made of `to` and `on`, or a list of such turns")
      .describe("The mode changes at the beginning of these days.")
      .optional(),
    asks: ids("certificate").describe("Certificates that must all be held."),
    for: ids("audience").describe("Only these may pass at all.").optional(),
    offline: offline
      .describe("What holds where this server cannot be asked; left out: 60 minutes, then deny.")
      .optional(),
    breakGlass: breakGlass
      .describe("Two people may open it by hand in an emergency; left out: nobody may.")
      .optional(),
    unlinked: z
      .enum(unlinkedRules, { error: `one of ${unlinkedRules.join(", ")}` })
      .describe("A change whose author's account is linked to nobody; left out: deny.")
      .optional(),
  },
  mapping("`title`, `mode` and `asks`"),
);

export type GateFile = z.infer<typeof gateSchema>;
