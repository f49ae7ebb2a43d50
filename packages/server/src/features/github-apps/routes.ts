import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { clientOf } from "./answer-github.ts";
import { appView, changeApp, connectApp, disconnectApp } from "./change-app.ts";
import type { GithubDeps } from "./deps.ts";
import { GithubRefusal } from "./github-client.ts";
import { listApps, listDeliveries, readApp } from "./store.ts";

const notThere = () => refuse("not-found", "There is no such GitHub App here.");

export const githubAppRoutes = (deps: GithubDeps): readonly Route[] => [
  route("GET /api/github-apps", async ({ db }) => {
    const apps = await listApps(db);
    return ok({ apps: apps.map((app) => appView(app, deps.origin, app.lastDeliveryAt)) });
  }),
  route("POST /api/github-apps", (context, { body }) => connectApp(context, deps, body)),
  route("PATCH /api/github-apps/{app}", (context, { params, body }) =>
    changeApp(context, deps, params.app, body),
  ),
  route("DELETE /api/github-apps/{app}", (context, { params }) =>
    disconnectApp(context, params.app),
  ),
  route("POST /api/github-apps/{app}/tests", async ({ db, now }, { params }) => {
    const app = await readApp(db, params.app);
    if (!app) return notThere();
    try {
      const name = await clientOf({ deps, app, now }, null).appName();
      return ok({ works: true, says: `GitHub knows it as ${name}.` });
    } catch (error) {
      const says =
        error instanceof GithubRefusal
          ? `${error.message} The number of the app and its key do not belong together.`
          : "GitHub did not answer as its API does.";
      return ok({ works: false, says });
    }
  }),
  route("GET /api/github-apps/{app}/deliveries", async ({ db }, { params }) => {
    if (!(await readApp(db, params.app))) return notThere();
    const deliveries = (await listDeliveries(db, params.app)).map((row) => ({
      ...row,
      receivedAt: row.receivedAt.toISOString(),
      doneAt: row.doneAt?.toISOString() ?? null,
    }));
    return ok({ deliveries });
  }),
];
