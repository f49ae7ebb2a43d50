import { standingStates } from "@checkride/rules/standing";
import { z } from "zod";
import { answerBody, prose, rich, shownExercise } from "./exercises.ts";
import { givenAnswer } from "./given-answers.ts";
import { operation } from "./operation.ts";
import { instant } from "./shared-shapes.ts";

export const id = z.string().min(1).max(100);
export const named = z.object({ id: z.string(), title: z.string() });
export const progressStates = ["none", "underway", "done"] as const;
const progressState = z.enum(progressStates);
const count = z.object({ done: z.number().int(), of: z.number().int() });

export const source = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  secondary: z.boolean(),
});

/** The certificate that a track leads to, and where I stand toward it. */
const goal = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(standingStates),
  /** The policy asks it of me. */
  required: z.boolean(),
  whyMe: z.array(z.string()),
  dueBy: instant.nullable(),
  validUntil: instant.nullable(),
});

const needs = z.object({ all: z.array(named), any: z.array(named) });

const trackCard = z.object({
  id: z.string(),
  title: z.string(),
  audience: z.string(),
  tier: z.number().int().nullable(),
  needs,
  certificate: goal.nullable(),
  minutes: z.number().int(),
  minutesLeft: z.number().int(),
  lessons: count,
  labs: count,
});
export type TrackCard = z.infer<typeof trackCard>;

const lessonCard = z.object({
  id: z.string(),
  title: z.string(),
  minutes: z.number().int(),
  claim: z.string(),
  state: progressState,
  /** Its text is there; otherwise only its name is known so far. */
  installed: z.boolean(),
});
export type LessonCard = z.infer<typeof lessonCard>;

/** A lab, a quiz or an assessment: somewhere else, linked from here. */
const activityCard = z.object({
  /** `lab/L17`, `quiz/t1`, `assessment/m16` */
  ref: z.string(),
  title: z.string(),
  minutes: z.number().int(),
  installed: z.boolean(),
  passed: z.boolean(),
  /** Of an assessment that is passed by passing a lab in several variants: what it asks, and how far one is. */
  series: z
    .object({
      lab: named,
      /** The least share of points in each. */
      score: z.number(),
      done: z.number().int(),
      of: z.number().int(),
    })
    .optional(),
});
export type ActivityCard = z.infer<typeof activityCard>;

const moduleView = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number().int(),
  owner: z.string().nullable(),
  reviewed: z.string().nullable(),
  lessons: z.array(lessonCard),
  labs: z.array(activityCard),
  assessments: z.array(activityCard),
});
export type ModuleView = z.infer<typeof moduleView>;

export const signStates = ["unsigned", "sign-again", "signed"] as const;

const signing = z.object({
  document: z.string(),
  title: z.string(),
  version: z.number().int(),
  minutes: z.number().int(),
  state: z.enum(signStates),
  /** By when the newer version is to be signed. */
  signBy: instant.nullable(),
});

const nextThing = z.object({
  kind: z.enum(["lesson", "lab", "quiz", "assessment", "sign-off"]),
  id: z.string(),
  title: z.string(),
  minutes: z.number().int(),
});

const trackView = trackCard.extend({
  modules: z.array(moduleView),
  /** Labs that the track names itself, in its order. */
  trackLabs: z.array(activityCard),
  quiz: activityCard.nullable(),
  refresher: activityCard.nullable(),
  signOffs: z.array(signing),
  /** Modules, labs, quiz and sign-offs are done: without the sign-off a track is not. */
  done: z.boolean(),
  next: nextThing.nullable(),
});
export type TrackView = z.infer<typeof trackView>;

const term = z.object({ id: z.string(), term: z.string(), says: rich, see: z.array(z.string()) });
export type TermView = z.infer<typeof term>;

const caseCard = z.object({
  id: z.string(),
  title: z.string(),
  organisation: z.string(),
  /** A year, a month or a day. */
  happened: z.string(),
  sector: z.string(),
  risks: z.array(z.string()),
  answered: z.boolean(),
});
export type CaseCard = z.infer<typeof caseCard>;

const caseView = caseCard.extend({
  sections: z.array(z.object({ title: z.string(), prose })),
  sources: z.array(source),
  modules: z.array(named),
  labs: z.array(activityCard),
  question: shownExercise.nullable(),
  answer: givenAnswer.nullable(),
});
export type CaseView = z.infer<typeof caseView>;

const kitCard = z.object({
  id: z.string(),
  title: z.string(),
  month: z.number().int(),
  minutes: z.number().int(),
});
export type KitCard = z.infer<typeof kitCard>;

const kitView = kitCard.extend({
  sections: z.array(z.object({ title: z.string(), prose })),
  labs: z.array(activityCard),
  cases: z.array(named),
});
export type KitView = z.infer<typeof kitView>;

export const curriculumOperations = {
  "GET /api/tracks": operation({
    summary: "List the tracks with one's own progress, what is asked of one first",
    access: "learning:own",
    answer: z.object({ tracks: z.array(trackCard) }),
  }),
  "GET /api/tracks/{track}": operation({
    summary: "Show a track: modules, lessons, labs, quiz, sign-off, and what is next",
    access: "learning:own",
    params: z.object({ track: id }),
    answer: trackView,
    problems: ["not-found"],
  }),
  "GET /api/modules/{module}": operation({
    summary: "Show a module with its lessons, whatever track it is in",
    access: "learning:own",
    params: z.object({ module: id }),
    answer: moduleView,
    problems: ["not-found"],
  }),
  "GET /api/glossary": operation({
    summary: "List words and what they mean, all or those that hold a text",
    access: "learning:own",
    query: z.object({ search: z.string().max(200).optional() }),
    answer: z.object({ terms: z.array(term) }),
  }),
  "GET /api/cases": operation({
    summary: "List what has happened elsewhere, by text, sector or risk",
    access: "learning:own",
    query: z.object({
      search: z.string().max(200).optional(),
      sector: z.string().max(100).optional(),
      risk: z.string().max(100).optional(),
    }),
    answer: z.object({
      cases: z.array(caseCard),
      /** Of all cases, for the filters. */
      sectors: z.array(z.string()),
      risks: z.array(z.string()),
    }),
  }),
  "GET /api/cases/{case}": operation({
    summary: "Show a case with its question",
    access: "learning:own",
    params: z.object({ case: id }),
    answer: caseView,
    problems: ["not-found"],
  }),
  "POST /api/cases/{case}/answers": operation({
    summary: "Answer the question of a case and get the reasons",
    access: "learning:own",
    ownTransaction: true,
    params: z.object({ case: id }),
    body: z.strictObject({ answer: answerBody }),
    answer: givenAnswer,
    problems: ["not-found", "answer-not-fitting", "too-many-tries", "range-away"],
  }),
  "GET /api/kits": operation({
    summary: "List the 30-minute sessions that a champion can hold",
    access: "kits:read",
    answer: z.object({ kits: z.array(kitCard) }),
  }),
  "GET /api/kits/{kit}": operation({
    summary: "Show the material of a session",
    access: "kits:read",
    params: z.object({ kit: id }),
    answer: kitView,
    problems: ["not-found"],
  }),
};
