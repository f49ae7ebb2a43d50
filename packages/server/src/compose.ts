import { policyJsonSchema } from "@checkride/curriculum-reader/policy-schema";
import type { Hono } from "hono";
import { assessmentRoutes } from "./features/assessments/routes.ts";
import { certificatePages } from "./features/certificates/public-pages.ts";
import { certificateRoutes } from "./features/certificates/routes.ts";
import { clearanceRoutes } from "./features/clearances/routes.ts";
import { competencyRoutes } from "./features/competencies/routes.ts";
import { contentRoutes } from "./features/content/routes.ts";
import { coverageRoutes } from "./features/coverage/routes.ts";
import { removeDemo } from "./features/demo/remove-demo.ts";
import { deviceLoginRoutes } from "./features/device-logins/routes.ts";
import { documentRoutes } from "./features/documents/routes.ts";
import { evidenceRoutes } from "./features/evidence/routes.ts";
import { feedbackRoutes } from "./features/feedback/routes.ts";
import { forgeRoutes } from "./features/forges/routes.ts";
import { gateRoutes } from "./features/gates/routes.ts";
import { githubReceiver } from "./features/github-apps/receive-delivery.ts";
import { githubAppRoutes } from "./features/github-apps/routes.ts";
import { labOversightRoutes } from "./features/labs/oversight-routes.ts";
import { labRoutes } from "./features/labs/routes.ts";
import { lessonRoutes } from "./features/lessons/routes.ts";
import { organisationRoutes } from "./features/organisation/routes.ts";
import { readPersonCard } from "./features/people/person-facts.ts";
import { peopleRoutes } from "./features/people/routes.ts";
import { peopleImportRoutes } from "./features/people-import/routes.ts";
import { policyRoutes } from "./features/policy/routes.ts";
import { quizRoutes } from "./features/quizzes/routes.ts";
import { refresherRoutes } from "./features/refreshers/routes.ts";
import { authenticate } from "./features/session/authenticate.ts";
import { sessionRoutes } from "./features/session/routes.ts";
import { standingRoutes } from "./features/standing/routes.ts";
import { tokenRoutes } from "./features/tokens/routes.ts";
import { trackRoutes } from "./features/tracks/routes.ts";
import { happeningRoutes } from "./features/webhooks/happening-routes.ts";
import { webhookRoutes } from "./features/webhooks/routes.ts";
import { wordRoutes } from "./features/words/routes.ts";
import { problemsFolder, webFolder } from "./platform/folders.ts";
import { ipOf } from "./platform/http/caller.ts";
import { makeApp } from "./platform/http/make-app.ts";
import { openApiDocument } from "./platform/http/openapi.ts";
import { readProblemPages } from "./platform/http/problem-page.ts";
import type { Route } from "./platform/http/route.ts";
import { readStaticFiles } from "./platform/http/static-files.ts";
import type { Log } from "./platform/log.ts";
import { makeMetrics } from "./platform/metrics.ts";
import { productVersion } from "./platform/product-version.ts";
import type { Parts, Wired } from "./wiring.ts";

export type AppOptions = {
  readonly log: Log;
  readonly publicUrl: string | null;
  readonly proxies: number;
  /** Sentences that say why this process should get no requests now. */
  readonly notReady: () => Promise<readonly string[]>;
};

const routesOf = (wired: Wired): readonly Route[] => [
  ...organisationRoutes({
    productVersion,
    readPersonCard,
    removeDemo: (context) => removeDemo(context, { inviteFirstOwner: wired.ensureFirstOwner }),
  }),
  ...sessionRoutes(wired.session),
  ...peopleRoutes(wired.people),
  ...peopleImportRoutes(wired.imports),
  ...tokenRoutes(),
  ...standingRoutes(wired.standing),
  ...policyRoutes(wired.policy),
  ...evidenceRoutes({ readSigner: wired.readSigner }),
  ...gateRoutes(wired.gates, wired.answerBook),
  ...forgeRoutes(wired.forges),
  ...certificateRoutes(wired.certificates.deps),
  ...githubAppRoutes(wired.github),
  ...clearanceRoutes(wired.clearances),
  ...happeningRoutes(wired.webhooks.hub),
  ...webhookRoutes(wired.webhooks.deps),
  ...trackRoutes(wired.learning.tracks),
  ...lessonRoutes(wired.learning.lessons),
  ...labRoutes(wired.labs),
  ...labOversightRoutes(wired.labs),
  ...deviceLoginRoutes(wired.deviceLogins),
  ...documentRoutes(wired.learning.documents),
  ...wordRoutes(wired.learning.words),
  ...quizRoutes(wired.assessment.quizzes),
  ...assessmentRoutes(wired.assessment.assessments),
  ...competencyRoutes(wired.assessment.competencies),
  ...contentRoutes(wired.content.deps, wired.content.book),
  ...feedbackRoutes(wired.content.feedback),
  ...coverageRoutes(wired.coverage.deps, wired.coverage.holdersOf),
  ...refresherRoutes(wired.assessment.refreshers),
];

/** The whole HTTP side, from a request to its response; it needs no port to be tried out. */
export const compose = (parts: Parts, wired: Wired, options: AppOptions): Hono => {
  const { db } = parts.handle;
  const known = authenticate(db);
  const metrics = makeMetrics(db);
  return makeApp({
    db,
    vault: parts.vault,
    routes: routesOf(wired),
    log: options.log,
    clock: parts.clock,
    publicUrl: options.publicUrl,
    authenticate: known,
    callerOf: (request, env) => ({ ip: ipOf(request.headers, env, options.proxies) }),
    onAnswer: metrics.onAnswer,
    plain: {
      notReady: options.notReady,
      metrics: metrics.print,
      mayReadMetrics: async (headers) => {
        const principal = await known(headers, new Map(), parts.clock());
        return principal.ok && (principal.value?.rights.has("metrics:read") ?? false);
      },
      openApi: openApiDocument(productVersion),
      policySchema: policyJsonSchema(),
      problemPages: readProblemPages(problemsFolder()),
      publicPages: certificatePages({ db, ...wired.certificates, clock: parts.clock }),
      receivers: [githubReceiver(db, wired.github, parts.clock)],
      files: readStaticFiles(webFolder()),
    },
  });
};
