import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { permitted, shell } from "./base-routes.tsx";

const coverage = createRoute({
  getParentRoute: () => shell,
  path: "/coverage",
  component: permitted(
    ["coverage:read"],
    lazyRouteComponent(() => import("../features/coverage/coverage-page.tsx"), "CoveragePage"),
  ),
});

const loadTaxonomy = createRoute({
  getParentRoute: () => shell,
  path: "/coverage/load",
  component: permitted(
    ["content:write"],
    lazyRouteComponent(() => import("../features/coverage/load-page.tsx"), "LoadPage"),
  ),
});

const TaxonomyPage = lazyRouteComponent(
  () => import("../features/coverage/taxonomy-page.tsx"),
  "TaxonomyPage",
);
const taxonomy = createRoute({
  getParentRoute: () => shell,
  path: "/coverage/$taxonomy",
  component: permitted(
    ["coverage:read"],
    () => {
      const { taxonomy: taxonomyId } = taxonomy.useParams();
      return <TaxonomyPage key={taxonomyId} taxonomyId={taxonomyId} />;
    },
    TaxonomyPage,
  ),
});

const content = createRoute({
  getParentRoute: () => shell,
  path: "/content",
  component: permitted(
    ["content:read"],
    lazyRouteComponent(() => import("../features/content/content-page.tsx"), "ContentPage"),
  ),
});

const changes = createRoute({
  getParentRoute: () => shell,
  path: "/content/changes",
  component: permitted(
    ["content:read"],
    lazyRouteComponent(() => import("../features/content/changes-page.tsx"), "ChangesPage"),
  ),
});

const ChangePage = lazyRouteComponent(
  () => import("../features/content/change-page.tsx"),
  "ChangePage",
);
const oneChange = createRoute({
  getParentRoute: () => shell,
  path: "/content/changes/$change",
  component: permitted(
    ["content:read"],
    () => {
      const { change: changeId } = oneChange.useParams();
      return <ChangePage key={changeId} changeId={changeId} />;
    },
    ChangePage,
  ),
});

const items = createRoute({
  getParentRoute: () => shell,
  path: "/content/items",
  component: permitted(
    ["items:read"],
    lazyRouteComponent(() => import("../features/content/items-page.tsx"), "ItemsPage"),
  ),
});

const pieces = createRoute({
  getParentRoute: () => shell,
  path: "/content/pieces",
  component: permitted(
    ["content:read"],
    lazyRouteComponent(() => import("../features/content/pieces-page.tsx"), "PiecesPage"),
  ),
});

const piece = createRoute({
  getParentRoute: () => shell,
  path: "/content/piece",
  component: permitted(
    ["content:read"],
    lazyRouteComponent(() => import("../features/content/piece-page.tsx"), "PiecePage"),
  ),
});

const feedback = createRoute({
  getParentRoute: () => shell,
  path: "/feedback",
  component: permitted(
    ["feedback:read"],
    lazyRouteComponent(() => import("../features/feedback/feedback-page.tsx"), "FeedbackPage"),
  ),
});

/** What those who answer for the programme look at. */
export const programmeRoutes = [
  coverage,
  loadTaxonomy,
  taxonomy,
  content,
  changes,
  oneChange,
  items,
  pieces,
  piece,
  feedback,
] as const;
