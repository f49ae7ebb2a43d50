import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { expectArrival } from "../design/arrival.ts";
import { Loading } from "../design/loading.tsx";
import { assessmentRoutes } from "./assessment-routes.tsx";
import { permitted, root, shell, signedIn } from "./base-routes.tsx";
import { certificateRoutes, outsideRoutes } from "./certificate-routes.tsx";
import { HomePage } from "./home-page.tsx";
import { integrationRoutes } from "./integration-routes.tsx";
import { labRoutes } from "./lab-routes.tsx";
import { learningRoutes } from "./learning-routes.tsx";
import { programmeRoutes } from "./programme-routes.tsx";
import { askAhead } from "./query.ts";
import { parseSearch, stringifySearch } from "./search-params.ts";
import { BrokenPage, NotFoundPage } from "./state-pages.tsx";
import "./layout.css";

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("../features/session/sign-in-page.tsx"), "SignInPage"),
});

const setUp = createRoute({
  getParentRoute: () => shell,
  path: "/set-up",
  component: permitted(
    ["organisation:write"],
    lazyRouteComponent(() => import("../features/set-up/set-up-page.tsx"), "SetUpPage"),
  ),
});

const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  loader: () => askAhead("GET /api/standing", {}),
  component: HomePage,
});

const AccountPage = lazyRouteComponent(
  () => import("../features/account/account-page.tsx"),
  "AccountPage",
);
const MyAccounts = lazyRouteComponent(
  () => import("../features/integrations/my-accounts.tsx"),
  "MyAccounts",
);
const account = createRoute({
  getParentRoute: () => shell,
  path: "/account",
  component: () => <AccountPage linked={<MyAccounts />} />,
});

const CommandLinePage = lazyRouteComponent(
  () => import("../features/account/command-line-page.tsx"),
  "CommandLinePage",
);
const commandLine = createRoute({
  getParentRoute: () => shell,
  path: "/login/$code",
  component: () => {
    const { code } = commandLine.useParams();
    return <CommandLinePage key={code} code={code} />;
  },
});

const people = createRoute({
  getParentRoute: () => shell,
  path: "/people",
  component: permitted(
    ["people:read", "people:counts"],
    lazyRouteComponent(() => import("../features/people/people-page.tsx"), "PeoplePage"),
  ),
});

const peopleImport = createRoute({
  getParentRoute: () => shell,
  path: "/people/import",
  component: permitted(
    ["people:write"],
    lazyRouteComponent(() => import("../features/people/import-page.tsx"), "ImportPage"),
  ),
});

const PersonPage = lazyRouteComponent(
  () => import("../features/people/person-page.tsx"),
  "PersonPage",
);
const PersonCertificates = lazyRouteComponent(
  () => import("../features/certificates/person-certificates.tsx"),
  "PersonCertificates",
);
const PersonAccounts = lazyRouteComponent(
  () => import("../features/integrations/person-accounts.tsx"),
  "PersonAccounts",
);
const person = createRoute({
  getParentRoute: () => shell,
  path: "/people/$person",
  component: permitted(
    ["people:read"],
    () => {
      const { person: personId } = person.useParams();
      const beside = (
        <>
          <PersonCertificates personId={personId} />
          <PersonAccounts personId={personId} />
        </>
      );
      return <PersonPage key={personId} personId={personId} beside={beside} />;
    },
    PersonPage,
  ),
});

const policy = createRoute({
  getParentRoute: () => shell,
  path: "/policy",
  component: permitted(
    ["policy:read"],
    lazyRouteComponent(() => import("../features/policy/policy-page.tsx"), "PolicyPage"),
  ),
});

const policyHistory = createRoute({
  getParentRoute: () => shell,
  path: "/policy/history",
  component: permitted(
    ["policy:read"],
    lazyRouteComponent(
      () => import("../features/policy/policy-history-page.tsx"),
      "PolicyHistoryPage",
    ),
  ),
});

const evidence = createRoute({
  getParentRoute: () => shell,
  path: "/evidence",
  component: permitted(
    ["evidence:read"],
    lazyRouteComponent(() => import("../features/evidence/evidence-page.tsx"), "EvidencePage"),
  ),
});

const EvidenceRowPage = lazyRouteComponent(
  () => import("../features/evidence/evidence-row-page.tsx"),
  "EvidenceRowPage",
);
const evidenceRow = createRoute({
  getParentRoute: () => shell,
  path: "/evidence/$evidence",
  component: permitted(
    ["evidence:read"],
    () => {
      const { evidence: evidenceId } = evidenceRow.useParams();
      return <EvidenceRowPage key={evidenceId} evidenceId={evidenceId} />;
    },
    EvidenceRowPage,
  ),
});

const gates = createRoute({
  getParentRoute: () => shell,
  path: "/gates",
  component: permitted(
    ["gates:read"],
    lazyRouteComponent(() => import("../features/gates/gates-page.tsx"), "GatesPage"),
  ),
});

const GatePage = lazyRouteComponent(() => import("../features/gates/gate-page.tsx"), "GatePage");
const gate = createRoute({
  getParentRoute: () => shell,
  path: "/gates/$gate",
  component: permitted(
    ["gates:read"],
    () => {
      const { gate: gateId } = gate.useParams();
      return <GatePage key={gateId} gateId={gateId} />;
    },
    GatePage,
  ),
});

const tokens = createRoute({
  getParentRoute: () => shell,
  path: "/tokens",
  component: permitted(
    ["tokens:write"],
    lazyRouteComponent(() => import("../features/tokens/tokens-page.tsx"), "TokensPage"),
  ),
});

const nowhere = createRoute({ getParentRoute: () => shell, path: "$", component: NotFoundPage });

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    ...outsideRoutes,
    signedIn.addChildren([
      shell.addChildren([
        home,
        setUp,
        account,
        commandLine,
        people,
        peopleImport,
        person,
        policy,
        policyHistory,
        evidence,
        evidenceRow,
        gates,
        gate,
        tokens,
        ...certificateRoutes,
        ...learningRoutes,
        ...labRoutes,
        ...assessmentRoutes,
        ...programmeRoutes,
        ...integrationRoutes,
        nowhere,
      ]),
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultPendingComponent: () => <Loading what="the page" />,
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
});

router.subscribe("onBeforeNavigate", ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) expectArrival();
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
