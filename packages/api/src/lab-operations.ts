import type { Json } from "@checkride/rules/exercise";
import { z } from "zod";
import { id } from "./curriculum.ts";
import { answerBody } from "./exercises.ts";
import {
  labAttempt,
  labBench,
  labCard,
  labDebrief,
  labFiles,
  labPublicRun,
  labWorkspace,
} from "./labs.ts";
import { operation } from "./operation.ts";
import { instant, uuid } from "./shared-shapes.ts";

const labParam = z.object({ lab: id });
const workspaceParam = z.object({ workspace: uuid });
const attemptParam = z.object({ attempt: uuid });

export const labOperations = {
  "GET /api/labs": operation({
    summary: "List the labs and what one has done of them",
    access: "learning:own",
    answer: z.object({ labs: z.array(labCard) }),
  }),
  "GET /api/labs/{lab}": operation({
    summary: "Open the bench of a lab: the task, what is graded, and one's own workspace",
    access: "learning:own",
    params: labParam,
    answer: labBench,
    problems: ["not-found"],
  }),
  "POST /api/labs/{lab}/workspaces": operation({
    summary: "Begin a lab, or go on with the workspace that is open",
    access: "learning:own",
    params: labParam,
    answer: labWorkspace,
    problems: ["not-found", "too-soon"],
  }),
  "POST /api/labs/{lab}/joins": operation({
    summary: "Join a partner's workspace with the code they told",
    access: "learning:own",
    params: labParam,
    body: z.strictObject({ code: z.string().min(1).max(40) }),
    answer: labWorkspace,
    problems: ["not-found", "conflict"],
  }),
  "GET /api/lab-workspaces/{workspace}": operation({
    summary: "Show a workspace of one's own",
    access: "learning:own",
    params: workspaceParam,
    answer: labWorkspace,
    problems: ["not-found"],
  }),
  "PUT /api/lab-workspaces/{workspace}/draft": operation({
    summary: "Keep what was written so far; nothing is graded",
    access: "learning:own",
    params: workspaceParam,
    body: z.strictObject({ revision: z.number().int(), files: labFiles }),
    answer: z.object({ revision: z.number().int(), savedAt: instant }),
    problems: ["not-found", "conflict", "submission-not-fitting"],
  }),
  "POST /api/lab-workspaces/{workspace}/runs": operation({
    summary: "Run the public cases; no attempt",
    access: "learning:own",
    ownTransaction: true,
    params: workspaceParam,
    body: z.strictObject({ files: labFiles }),
    answer: labPublicRun,
    problems: ["not-found", "submission-not-fitting", "range-away", "too-many-tries"],
  }),
  "POST /api/lab-workspaces/{workspace}/attempts": operation({
    summary: "Submit. What is graded at once comes back graded; otherwise wait for the attempt",
    access: "learning:own",
    ownTransaction: true,
    repeatable: true,
    params: workspaceParam,
    body: z.strictObject({ files: labFiles }),
    answer: labAttempt,
    problems: ["not-found", "conflict", "submission-not-fitting", "too-many-tries"],
  }),
  "GET /api/lab-workspaces/{workspace}/attempts/{attempt}": operation({
    summary: "Show an attempt with its files; with `after`, wait until it has changed since",
    access: "learning:own",
    ownTransaction: true,
    params: workspaceParam.extend(attemptParam.shape),
    query: z.object({ after: z.coerce.number().int().optional() }),
    answer: labAttempt.extend({ files: z.array(z.object({ path: z.string(), text: z.string() })) }),
    problems: ["not-found"],
  }),
  "POST /api/lab-workspaces/{workspace}/moves": operation({
    summary: "Make a move in an incident; it cannot be taken back",
    access: "learning:own",
    params: workspaceParam,
    body: z.strictObject({
      /** How many moves were made before: a move that comes twice is made once. */
      after: z.number().int().min(0),
      move: id,
      answers: z.record(z.string().max(100), z.custom<Json>()).default({}),
    }),
    answer: labWorkspace,
    problems: ["not-found", "conflict", "submission-not-fitting"],
  }),
  "POST /api/lab-workspaces/{workspace}/hints": operation({
    summary: "Open the next hint, for its price in points",
    access: "learning:own",
    params: workspaceParam,
    body: z.strictObject({ number: z.number().int().min(1).max(3) }),
    answer: labWorkspace,
    problems: ["not-found", "conflict"],
  }),
  "POST /api/lab-workspaces/{workspace}/invites": operation({
    summary: "Make a code with which one partner can join",
    access: "learning:own",
    params: workspaceParam,
    answer: labWorkspace,
    problems: ["not-found", "conflict"],
  }),
  "POST /api/lab-workspaces/{workspace}/solution": operation({
    summary: "Give up and open the model solution; another workspace can be begun later",
    access: "learning:own",
    params: workspaceParam,
    answer: labWorkspace,
    problems: ["not-found", "too-soon", "conflict"],
  }),
  "GET /api/lab-workspaces/{workspace}/debrief": operation({
    summary: "Show the debrief: the model solution, what others did, and one question",
    access: "learning:own",
    params: workspaceParam,
    answer: labDebrief,
    problems: ["not-found", "too-soon"],
  }),
  "POST /api/lab-workspaces/{workspace}/debrief": operation({
    summary: "Answer the question of the debrief; with it a lab that was passed is done",
    access: "learning:own",
    params: workspaceParam,
    body: z.strictObject({ answer: answerBody }),
    answer: labDebrief,
    problems: ["not-found", "too-soon", "answer-not-fitting"],
  }),
};
