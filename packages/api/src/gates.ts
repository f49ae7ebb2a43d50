import { gateModes } from "@checkride/rules/policy";
import { z } from "zod";
import { operation } from "./operation.ts";
import { instant, uuid } from "./shared-shapes.ts";

export const remedy = z.object({
  kind: z.enum(["activity", "sign-off", "evidence", "certificate"]),
  ref: z.string(),
  title: z.string(),
  minutes: z.number().nullable(),
  from: instant.nullable(),
});

export const decisionView = z.object({
  gate: z.string(),
  outcome: z.enum(["allow", "deny"]),
  enforced: z.boolean(),
  mode: z.enum(gateModes),
  reasons: z.array(
    z.object({
      code: z.enum(["holds", "lacks", "inactive", "not-invited"]),
      certificate: z.string().nullable(),
      says: z.string(),
    }),
  ),
  evidence: z.array(uuid),
  remedy: z.array(remedy),
  changesAt: instant.nullable(),
});
export type DecisionView = z.infer<typeof decisionView>;

const gateParam = z.object({ gate: z.string().min(1).max(200) });

export const gateOperations = {
  "GET /api/gates": operation({
    summary: "List the gates of the policy in force",
    access: "gates:read",
    answer: z.object({
      gates: z.array(
        z.object({
          gate: z.string(),
          title: z.string(),
          mode: z.enum(gateModes),
          asks: z.array(z.object({ certificate: z.string(), title: z.string() })),
        }),
      ),
    }),
  }),
  "GET /api/gates/{gate}/decision": operation({
    summary: "Ask whether a person may pass a gate now, why, and what would open it",
    access: "gates:decide",
    masked: true,
    params: gateParam,
    query: z.object({
      /** A person's id or e-mail address. */
      person: z.string().min(1).max(254),
    }),
    answer: decisionView.extend({
      person: uuid,
      policyVersion: z.number().int(),
      at: instant,
    }),
    problems: ["not-found"],
  }),
};
