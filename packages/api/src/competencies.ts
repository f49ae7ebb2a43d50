import { z } from "zod";
import { operation } from "./operation.ts";
import { instant, uuid } from "./shared-shapes.ts";
import { competencyLevel } from "./tries.ts";

const trust = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("items"), answers: z.number().int(), at: instant }),
  z.object({
    kind: z.literal("lab"),
    lab: z.string(),
    title: z.string(),
    at: instant,
    evidence: uuid,
  }),
]);

const competencyRow = z.object({
  competency: z.string(),
  title: z.string(),
  /** Null: nothing is known yet. */
  level: competencyLevel.nullable(),
  expected: competencyLevel,
  /** The tracks that expect it. */
  expectedBy: z.array(z.string()),
  /** What the level rests on: answers, and labs that raised it. Reading never does. */
  from: z.array(trust),
  /** Level at each finished assessment, oldest first. */
  history: z.array(z.object({ at: instant, level: competencyLevel })),
  /** Against the assessment before the last one. */
  trend: z.enum(["up", "same", "down"]).nullable(),
  /**
   * How likely it is, by estimate, that a refresher question of it would be answered rightly today; null
   * without refreshers.
   */
  recall: z.number().nullable(),
});
export type CompetencyRow = z.infer<typeof competencyRow>;

const pathStep = z.object({
  kind: z.enum(["lesson", "lab", "assessment"]),
  id: z.string(),
  title: z.string(),
  minutes: z.number().int(),
  competency: z.string(),
  why: z.enum(["sure-and-wrong", "gap", "not-known"]),
  says: z.string(),
  done: z.boolean(),
});
export type PathStep = z.infer<typeof pathStep>;

const profile = z.object({
  tracks: z.array(z.object({ id: z.string(), title: z.string() })),
  assessedAt: instant.nullable(),
  competencies: z.array(competencyRow),
  /** Mean of "how sure are you?" at the last assessment, 0 to 1. */
  confidence: z.number().nullable(),
  /** What to do, the weakest relevant gap first. */
  path: z.array(pathStep),
  pathMinutes: z.number().int(),
});
export type CompetencyProfile = z.infer<typeof profile>;

const teamRow = z.object({
  competency: z.string(),
  title: z.string(),
  /** People of the team at level 0, 1, 2 and 3. */
  levels: z.tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int()]),
  /** People below what their own tracks expect. */
  below: z.number().int(),
  /** People of whom their tracks expect it. */
  expected: z.number().int(),
});

const teamProfile = z.object({
  team: z.string(),
  people: z.number().int(),
  /** Who has finished an assessment or a quiz; null where these are under five. */
  known: z.number().int().nullable(),
  /** Empty where it would rest on fewer than five people. */
  competencies: z.array(teamRow),
  shown: z.boolean(),
});
export type TeamProfile = z.infer<typeof teamProfile>;

export const competencyOperations = {
  "GET /api/competencies": operation({
    summary: "Show one's own level in each competency, what it rests on, and the way on",
    access: "learning:own",
    answer: profile,
  }),
  "GET /api/teams/competencies": operation({
    summary: "List the teams whose levels one may see as counts",
    access: "competencies:team",
    answer: z.object({ teams: z.array(z.string()) }),
  }),
  "GET /api/teams/{team}/competencies": operation({
    summary: "Count a team's people by level, without names and not under five",
    access: "competencies:team",
    masked: true,
    params: z.object({ team: z.string().min(1).max(200) }),
    answer: teamProfile,
    problems: ["not-found"],
  }),
};
