import { gateModes, gateOutcomes, unlinkedRules } from "@checkride/rules/policy";
import { z } from "zod";
import { operation } from "./operation.ts";
import { email, instant, pageOf, pageQuery, role, uuid } from "./shared-shapes.ts";

export const remedy = z.object({
  kind: z.enum(["activity", "sign-off", "evidence", "certificate"]),
  ref: z.string(),
  title: z.string(),
  minutes: z.number().nullable(),
  from: instant.nullable(),
});

export const gateMode = z.enum(gateModes);
export const outcome = z.enum(gateOutcomes);
export const gateTurn = z.object({ to: gateMode, at: instant });
export const offlineRule = z.object({ maxAgeMinutes: z.number().int(), otherwise: outcome });

export const decisionReason = z.object({
  code: z.enum(["holds", "lacks", "inactive", "not-invited", "opened", "unlinked", "author"]),
  certificate: z.string().nullable(),
  says: z.string(),
});

export const decisionView = z.object({
  gate: z.string(),
  outcome,
  /** False in the modes observe and warn: the outcome is then said, not acted on. */
  enforced: z.boolean(),
  mode: gateMode,
  /** The next change of the mode. */
  turns: gateTurn.nullable(),
  reasons: z.array(decisionReason),
  evidence: z.array(uuid),
  /** The shortest way to an allow. */
  remedy: z.array(remedy),
  /** What opened the gate by hand. */
  opening: uuid.nullable(),
  changesAt: instant.nullable(),
});
export type DecisionView = z.infer<typeof decisionView>;

export const gateParam = z.object({ gate: z.string().min(1).max(200) });

/** A forge by its host, an account by the number that its owner cannot change. */
export const forgeHost = z
  .string()
  .max(253)
  .regex(
    /^[a-z0-9]+(?:[.-][a-z0-9]+)*(?::[0-9]{1,5})?$/,
    "the host of a forge such as github.com, in small letters",
  );
export const accountId = z
  .string()
  .regex(/^[1-9][0-9]{0,19}$/, "the account's number at its forge, not its name");
export const forgeAccount = z.strictObject({ forge: forgeHost, id: accountId });
export type ForgeAccount = z.infer<typeof forgeAccount>;

export const changeAuthor = z.union(
  [
    z.strictObject({ account: forgeAccount }),
    // Whatever stands in a commit; anybody can write it there, so it names nobody.
    z.strictObject({ email: z.string().max(320) }),
  ],
  "made of `account` (with `forge` and `id`) or of `email`",
);
export type ChangeAuthor = z.infer<typeof changeAuthor>;

export const changeAuthors = z.array(changeAuthor).max(200);

export const decisionSubject = z.union(
  [
    z.strictObject({ person: uuid }),
    z.strictObject({ email }),
    z.strictObject({ account: forgeAccount }),
  ],
  "made of `person` (an id), `email` or `account`",
);
export type DecisionSubject = z.infer<typeof decisionSubject>;

export const askedAuthor = z.object({
  /** What was said about the author. */
  account: forgeAccount.nullable(),
  email: z.string().nullable(),
  /** Null: linked to nobody. */
  person: uuid.nullable(),
  outcome: outcome.nullable(),
  reasons: z.array(decisionReason),
  remedy: z.array(remedy),
});
export type AskedAuthor = z.infer<typeof askedAuthor>;

/** What is told to whoever asks about a person or an account, and about the authors of a change. */
export const gateAnswer = decisionView.extend({
  /** Null: the account is linked to nobody. */
  person: uuid.nullable(),
  policyVersion: z.number().int(),
  at: instant,
  /** The answer holds until then at most: not longer than the gate's offline rule, nor than time lets it. */
  until: instant,
  offline: offlineRule,
  authors: z.array(askedAuthor),
  /** Where to go: one's own standing, what leads to an allow, and how to link an account. */
  links: z.object({
    standing: z.url(),
    remedy: z.array(z.object({ ref: z.string(), title: z.string(), url: z.url() })),
    account: z.url(),
  }),
});
export type GateAnswerView = z.infer<typeof gateAnswer>;

export const gateView = z.object({
  gate: z.string(),
  title: z.string(),
  /** The mode now. */
  mode: gateMode,
  turns: gateTurn.nullable(),
  asks: z.array(z.object({ certificate: z.string(), title: z.string() })),
  /** Null: everybody with the certificates. */
  for: z.array(z.object({ audience: z.string(), title: z.string() })).nullable(),
  offline: offlineRule,
  /** Null: nobody opens it by hand. */
  breakGlass: z.object({ roles: z.array(role), longestMinutes: z.number().int() }).nullable(),
  unlinked: z.enum(unlinkedRules),
  /** Active people for whom the gate is meant; may be some seconds old in a large organisation. */
  people: z.object({ allowed: z.number().int(), denied: z.number().int() }),
});
export type GateView = z.infer<typeof gateView>;

export const gatePerson = z.object({
  person: z.object({ id: uuid, name: z.string(), team: z.string().nullable() }),
  outcome,
  reasons: z.array(decisionReason),
  remedy: z.array(remedy),
  opening: uuid.nullable(),
  changesAt: instant.nullable(),
});
export type GatePerson = z.infer<typeof gatePerson>;

export const recordedDecision = z.object({
  evidence: uuid,
  at: instant,
  /** Null: erased since. */
  person: z.object({ id: uuid, name: z.string() }).nullable(),
  askedBy: z.string().nullable(),
  outcome,
  enforced: z.boolean(),
  reasons: z.array(z.object({ code: z.string(), certificate: z.string().nullable() })),
  opening: z.string().nullable(),
  policyVersion: z.number().int(),
  /** How often the answer before it was given again. */
  repeatsBefore: z.number().int(),
});
export type RecordedDecision = z.infer<typeof recordedDecision>;

export const gateOperations = {
  "GET /api/gates": operation({
    summary: "List the gates of the policy in force, with how many people may pass",
    access: "gates:read",
    answer: z.object({ gates: z.array(gateView) }),
  }),
  "GET /api/gates/{gate}/people": operation({
    summary: "List who may not pass a gate and what would open it, or who may",
    access: "gates:decide",
    masked: true,
    params: gateParam,
    query: z.object({ ...pageQuery, state: z.enum(["denied", "allowed"]).default("denied") }),
    answer: pageOf(gatePerson),
    problems: ["not-found", "bad-cursor"],
  }),
  "GET /api/gates/{gate}/decisions": operation({
    summary: "List recent answers of a gate as the ledger has them, newest first",
    access: "gates:decide",
    masked: true,
    params: gateParam,
    query: z.object(pageQuery),
    answer: pageOf(recordedDecision),
    problems: ["bad-cursor"],
  }),
  "POST /api/gates/{gate}/decisions": operation({
    summary: "Ask whether a person may pass a gate now, why, and what would open it",
    access: "gates:decide",
    masked: true,
    ownTransaction: true,
    params: gateParam,
    body: z.strictObject({
      subject: decisionSubject,
      change: z
        .strictObject({
          repository: z.string().min(1).max(300),
          commit: z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, "a commit's whole hash"),
          authors: changeAuthors,
        })
        .optional(),
    }),
    answer: gateAnswer,
    problems: ["not-found"],
  }),
};
