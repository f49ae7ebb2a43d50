import { ok, type Result } from "@checkride/rules/result";
import type { Refusal } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { answerDebrief } from "./answer-debrief.ts";
import { beginLab } from "./begin-lab.ts";
import type { LabDeps } from "./deps.ts";
import { findMine, type Mine } from "./find-lab.ts";
import { invitePartner } from "./invite-partner.ts";
import { joinPartner } from "./join-partner.ts";
import { listLabs } from "./list-labs.ts";
import { makeMove } from "./make-move.ts";
import { openHint } from "./open-hint.ts";
import { openSolution } from "./open-solution.ts";
import { runPublic } from "./run-public.ts";
import { saveDraft } from "./save-draft.ts";
import { showAttempt } from "./show-attempt.ts";
import { languageOf, showBench } from "./show-bench.ts";
import { showDebrief } from "./show-debrief.ts";
import { submitAttempt } from "./submit-attempt.ts";
import { showWorkspace } from "./workspace-view.ts";

const whoOf = (context: RequestContext) => ({
  personId: actorOf(context).personId,
  now: context.now,
});

const mineOf = (context: RequestContext, deps: LabDeps, workspace: string) =>
  findMine(context.db, deps, workspace, actorOf(context).personId);

/** Whoever opens a workspace will run something soon; until then a sandbox gets ready. */
const warmFor = ({ range }: LabDeps, { lab: { open } }: Mine): void => {
  const language = languageOf(open);
  if (language !== null) range.warm(language).catch(() => undefined);
};

/** What became of the workspace, as its page shows it. */
const shown = async ({ db, now }: RequestContext, deps: LabDeps, mine: Result<Mine, Refusal>) =>
  mine.ok ? ok(await showWorkspace(db, deps, mine.value, now)) : mine;

const attemptRoutes = (deps: LabDeps): readonly Route[] => [
  route("POST /api/lab-workspaces/{workspace}/runs", async (context, { params, body }) => {
    const mine = await mineOf(context, deps, params.workspace);
    return mine.ok ? runPublic(deps, mine.value, { ...body, ...whoOf(context) }) : mine;
  }),
  route("POST /api/lab-workspaces/{workspace}/attempts", async (context, { params, body }) => {
    const mine = await mineOf(context, deps, params.workspace);
    if (!mine.ok) return mine;
    return submitAttempt(context.db, deps, mine.value, { ...body, ...whoOf(context) });
  }),
  route("GET /api/lab-workspaces/{workspace}/attempts/{attempt}", async (context, input) => {
    const { params, query } = input;
    const mine = await mineOf(context, deps, params.workspace);
    if (!mine.ok) return mine;
    return showAttempt(context.db, deps, { ...params, after: query.after ?? null });
  }),
];

const workspaceRoutes = (deps: LabDeps): readonly Route[] => [
  route("GET /api/lab-workspaces/{workspace}", async (context, { params }) => {
    const mine = await mineOf(context, deps, params.workspace);
    if (mine.ok && mine.value.workspace.me.isOpen) warmFor(deps, mine.value);
    return shown(context, deps, mine);
  }),
  route("PUT /api/lab-workspaces/{workspace}/draft", async (context, { params, body }) => {
    const mine = await mineOf(context, deps, params.workspace);
    if (!mine.ok) return mine;
    return saveDraft(context.db, mine.value, { ...body, ...whoOf(context) });
  }),
  route("POST /api/lab-workspaces/{workspace}/hints", async (context, { params, body }) => {
    const mine = await mineOf(context, deps, params.workspace);
    return mine.ok
      ? shown(context, deps, await openHint(context.db, mine.value, body.number))
      : mine;
  }),
  route("POST /api/lab-workspaces/{workspace}/solution", async (context, { params }) => {
    const mine = await mineOf(context, deps, params.workspace);
    return mine.ok
      ? shown(context, deps, await openSolution(context.db, mine.value, context.now))
      : mine;
  }),
  route("POST /api/lab-workspaces/{workspace}/invites", async (context, { params }) => {
    const mine = await mineOf(context, deps, params.workspace);
    return mine.ok
      ? shown(context, deps, await invitePartner(context.db, mine.value, context.now))
      : mine;
  }),
  route("POST /api/lab-workspaces/{workspace}/moves", async (context, { params, body }) => {
    const mine = await mineOf(context, deps, params.workspace);
    return mine.ok
      ? shown(context, deps, await makeMove(context.db, mine.value, { ...body, ...whoOf(context) }))
      : mine;
  }),
  route("GET /api/lab-workspaces/{workspace}/debrief", async (context, { params }) => {
    const mine = await mineOf(context, deps, params.workspace);
    return mine.ok ? showDebrief(context.db, mine.value) : mine;
  }),
  route("POST /api/lab-workspaces/{workspace}/debrief", async (context, { params, body }) => {
    const mine = await mineOf(context, deps, params.workspace);
    return mine.ok ? answerDebrief(context.db, mine.value, body.answer, context.now) : mine;
  }),
];

export const labRoutes = (deps: LabDeps): readonly Route[] => [
  route("GET /api/labs", async (context) =>
    ok({ labs: await listLabs(context.db, deps, actorOf(context).personId) }),
  ),
  route("GET /api/labs/{lab}", (context, { params }) =>
    showBench(context.db, deps, { id: params.lab, ...whoOf(context) }),
  ),
  route("POST /api/labs/{lab}/workspaces", async (context, { params }) => {
    const begun = await beginLab(context.db, deps, { ...params, ...whoOf(context) });
    if (begun.ok) warmFor(deps, begun.value);
    return shown(context, deps, begun);
  }),
  route("POST /api/labs/{lab}/joins", async (context, { params, body }) => {
    const ask = { lab: params.lab, code: body.code, ...whoOf(context) };
    return shown(context, deps, await joinPartner(context.db, deps, ask));
  }),
  ...workspaceRoutes(deps),
  ...attemptRoutes(deps),
];
