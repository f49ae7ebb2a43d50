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

/** What those who answer for the programme look at. */
export const programmeRoutes = [coverage, loadTaxonomy, taxonomy] as const;
