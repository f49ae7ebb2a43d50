import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect } from "vitest";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp } from "../../test-app.ts";
import { bringIntoForce } from "../../test-policy.ts";
import { answerJob, followJob, githubJobs } from "./jobs.ts";
import { appId, signed, startTestGithub, webhookSecret } from "./test-github.ts";

export const gate = "deploy/production";
export const head = "a".repeat(40);
const repository = { id: 77, full_name: "Octo-Org/Shop" };
export const accountOf = (id: number) => ({ id, login: `user-${id}` });

export const commit = (sha: string, id: number | null, email = "somebody@test.example") => ({
  sha,
  author: id === null ? null : accountOf(id),
  commit: { author: { email } },
});

export const pull = (by: number, opener = by, number = 7, sha = head) => ({
  action: "opened",
  sender: accountOf(by),
  pull_request: { number, user: accountOf(opener), head: { sha } },
});

export const appWish = ({
  url,
  privateKey,
}: Pick<Awaited<ReturnType<typeof startTestGithub>>, "url" | "privateKey">) => ({
  name: "Gatekeeper",
  apiUrl: url,
  appId,
  privateKey,
  webhookSecret,
  checks: [{ repositories: "octo-org/*", gate }],
  deployments: [{ repositories: "octo-org/shop", environment: "prod*", gate }],
});

/** A connected app, account 1 of somebody who may pass and account 2 of somebody who may not. */
export const startScene = async () => {
  const app = await createTestApp();
  const github = await startTestGithub(app.clock.now);
  const owner = await app.signIn("owner");
  await bringIntoForce(owner);
  const cleared = await app.signIn("learner");
  const blocked = await app.signIn("learner");
  const at = app.clock.now();
  const pass = (person: string) => {
    const fact = { kind: "activity.passed", person, actor: person, at };
    return appendEvidence(app.db, [{ ...fact, body: { activity: "lab/L26" } }]);
  };
  await pass(cleared.id);
  const link = (personId: string, id: number) => {
    const account = { forge: github.forge, accountId: String(id), login: `user-${id}` };
    const linked = { how: "imported" as const, linkedBy: owner.id, linkedAt: at };
    return app.db
      .insertInto("forgeAccount")
      .values({ ...account, ...linked, personId })
      .execute();
  };
  await link(cleared.id, 1);
  await link(blocked.id, 2);
  const made = await owner.client("POST /api/github-apps", { body: appWish(github) });
  if (!made.ok) throw new Error(made.problem.detail);
  const connected = made.value;
  const path = new URL(connected.receiver).pathname;
  const post = (event: string, payload: object, given: Record<string, string> = {}) => {
    const body = JSON.stringify({ installation: { id: 5 }, repository, ...payload });
    const headers = {
      "content-type": "application/json",
      "x-github-event": event,
      "x-github-delivery": randomUUID(),
      "x-hub-signature-256": signed(body),
      ...given,
    };
    return app.request(path, { method: "POST", headers, body });
  };
  const jobs = githubJobs(app.wired.github, { db: app.db, clock: app.clock.now });
  /** As the queue would: everything that waits, once. */
  const work = async () => {
    const waiting = await app.db
      .selectFrom("githubDelivery")
      .select("delivery")
      .where("state", "=", "waiting")
      .execute();
    for (const { delivery } of waiting) {
      await jobs[answerJob]?.({ appId: connected.id, delivery }, new AbortController().signal);
    }
  };
  /** What the queue holds because somebody's standing changed, done without being taken out; how much it was. */
  const follow = async (): Promise<number> => {
    const { rows } = await sql<{ payload: unknown }>`
      select payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = ${followJob}`.execute(app.db);
    for (const { payload } of rows) await jobs[followJob]?.(payload, new AbortController().signal);
    return rows.length;
  };
  const checkAfter = async (event: string, payload: object) => {
    expect((await post(event, payload)).status).toBe(202);
    await work();
    return github.checks.at(-1);
  };
  const forget = () => {
    for (const list of [github.checks, github.deployments, github.commits, github.faults]) {
      list.length = 0;
    }
  };
  const close = async () => {
    await app.close();
    await github.close();
  };
  const deeds = { link, pass, post, work, follow, checkAfter, forget, close };
  return { app, github, owner, blocked, connected, ...deeds };
};
