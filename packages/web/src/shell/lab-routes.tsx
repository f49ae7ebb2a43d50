import type { Right } from "@checkride/rules/rights";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { permitted, shell } from "./base-routes.tsx";

const rights: readonly Right[] = ["learning:own"];

const labs = createRoute({
  getParentRoute: () => shell,
  path: "/labs",
  component: permitted(
    rights,
    lazyRouteComponent(() => import("../features/labs/catalogue/labs-page.tsx"), "LabsPage"),
  ),
});

const LabPage = lazyRouteComponent(() => import("../features/labs/lab-page.tsx"), "LabPage");
const lab = createRoute({
  getParentRoute: () => shell,
  path: "/labs/$lab",
  component: permitted(
    rights,
    () => {
      const { lab: labId } = lab.useParams();
      return <LabPage key={labId} labId={labId} />;
    },
    LabPage,
  ),
});

const DebriefPage = lazyRouteComponent(
  () => import("../features/labs/debrief/debrief-page.tsx"),
  "DebriefPage",
);
const debrief = createRoute({
  getParentRoute: () => shell,
  path: "/labs/$lab/debrief",
  component: permitted(
    rights,
    () => {
      const { lab: labId } = debrief.useParams();
      return <DebriefPage key={labId} labId={labId} />;
    },
    DebriefPage,
  ),
});

/** Where labs are found, played and looked back at. */
export const labRoutes = [labs, lab, debrief] as const;
