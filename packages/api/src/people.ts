import { standingStates } from "@checkride/rules/standing";
import { z } from "zod";
import { operation } from "./operation.ts";
import {
  attributes,
  email,
  instant,
  label,
  pageOf,
  pageQuery,
  role,
  tier,
  uuid,
} from "./shared-shapes.ts";

export const personCard = z.object({
  id: uuid,
  email: z.string().nullable(),
  name: z.string(),
  team: z.string().nullable(),
  job: z.string().nullable(),
  tier: tier.nullable(),
  roles: z.array(role),
  attributes: z.record(z.string(), z.array(z.string())),
  startedAt: instant,
  status: z.enum(["invited", "active", "deactivated", "erased"]),
  /** Grows with each change; sent back with a change so that two editors do not overwrite each other. */
  version: z.number().int(),
});
export type PersonCard = z.infer<typeof personCard>;

export const standingCount = z.object({
  certificate: z.string(),
  title: z.string(),
  required: z.number().int(),
  states: z.record(z.enum(standingStates), z.number().int()),
  overdue: z.number().int(),
});

const personRow = personCard.extend({
  /** One entry for each certificate that is asked of the person or held by them. */
  standings: z.array(
    z.object({
      certificate: z.string(),
      state: z.enum(standingStates),
      overdue: z.boolean(),
      validUntil: instant.nullable(),
    }),
  ),
});
export type PersonRow = z.infer<typeof personRow>;

const personFields = {
  email,
  name: label,
  team: label.nullable().default(null),
  job: label.nullable().default(null),
  tier: tier.nullable().default(null),
  roles: z.array(role).min(1).default(["learner"]),
  attributes: attributes.default({}),
  startedAt: instant.optional(),
};

/** A one-time link, shown once. The secret is in the fragment, which browsers do not send to servers. */
export const oneTimeLink = z.object({ url: z.string(), expiresAt: instant });

const personParam = z.object({ person: uuid });

export const peopleOperations = {
  "GET /api/people": operation({
    summary: "List people, filtered, with their standings",
    access: "people:read",
    query: z.object({
      ...pageQuery,
      search: z.string().max(200).optional(),
      team: z.string().max(200).optional(),
      role: role.optional(),
      tier: z.coerce.number().pipe(tier).optional(),
      status: personCard.shape.status.optional(),
      certificate: z.string().max(100).optional(),
      state: z.enum([...standingStates, "overdue"]).optional(),
    }),
    answer: pageOf(personRow).extend({ total: z.number().int(), teams: z.array(z.string()) }),
    problems: ["bad-cursor"],
  }),
  "GET /api/people/counts": operation({
    summary: "Count people by team and standing, without names",
    access: "people:counts",
    answer: z.object({
      people: z.number().int(),
      /** People, not certificates: of whom anything is asked, who hold all of it, who are late with any of it. */
      asked: z.object({
        people: z.number().int(),
        hold: z.number().int(),
        overdue: z.number().int(),
      }),
      certificates: z.array(standingCount),
      /** Teams under five people are added up under `null`, so that a count never points at one person. */
      teams: z.array(
        z.object({
          team: z.string().nullable(),
          people: z.number().int(),
          certificates: z.array(standingCount),
        }),
      ),
    }),
  }),
  "POST /api/people": operation({
    summary: "Add a person and make their invitation link",
    access: "people:write",
    repeatable: true,
    body: z.strictObject(personFields),
    answer: z.object({ person: personCard, invitation: oneTimeLink }),
    problems: ["email-taken"],
  }),
  "GET /api/people/{person}": operation({
    summary: "Show one person",
    access: "people:read",
    masked: true,
    params: personParam,
    answer: personCard,
  }),
  "PATCH /api/people/{person}": operation({
    summary: "Change a person's details, roles or attributes",
    access: "people:write",
    masked: true,
    params: personParam,
    body: z.strictObject({
      version: z.number().int(),
      email: email.optional(),
      name: label.optional(),
      team: label.nullable().optional(),
      job: label.nullable().optional(),
      tier: tier.nullable().optional(),
      roles: z.array(role).min(1).optional(),
      attributes: attributes.optional(),
      startedAt: instant.optional(),
    }),
    answer: personCard,
    problems: ["conflict", "email-taken", "last-owner", "already-erased"],
  }),
  "POST /api/people/{person}/deactivate": operation({
    summary: "Deactivate a person: sessions end, gates close, evidence stays",
    access: "people:write",
    masked: true,
    params: personParam,
    body: z.strictObject({ reason: label }),
    answer: personCard,
    problems: ["last-owner", "already-erased"],
  }),
  "POST /api/people/{person}/reactivate": operation({
    summary: "Let a deactivated person in again",
    access: "people:write",
    masked: true,
    params: personParam,
    body: z.strictObject({ reason: label }),
    answer: personCard,
    problems: ["already-erased"],
  }),
  "POST /api/people/{person}/erase": operation({
    summary: "Erase a person's data for good; the ledger still verifies",
    access: "people:write",
    masked: true,
    params: personParam,
    body: z.strictObject({
      reason: label,
      /** The person's e-mail address once more, so that a slip erases nobody. */
      confirm: z.string(),
    }),
    answer: z.object({ person: personCard, erasedEvidence: z.number().int() }),
    problems: ["last-owner", "already-erased", "bad-input"],
  }),
  "POST /api/people/{person}/invitation": operation({
    summary: "Make a new one-time sign-in link; earlier unused ones end",
    access: "people:write",
    masked: true,
    params: personParam,
    answer: oneTimeLink,
    problems: ["already-erased", "conflict"],
  }),
};
