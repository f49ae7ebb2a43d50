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

const likenesses = createRoute({
  getParentRoute: () => shell,
  path: "/labs/likenesses",
  component: permitted(
    ["labs:look"],
    lazyRouteComponent(
      () => import("../features/labs/oversight/likenesses-page.tsx"),
      "LikenessesPage",
    ),
  ),
});

const LikenessPage = lazyRouteComponent(
  () => import("../features/labs/oversight/likeness-page.tsx"),
  "LikenessPage",
);
const likeness = createRoute({
  getParentRoute: () => shell,
  path: "/labs/likenesses/$one/$other",
  component: permitted(
    ["labs:look"],
    () => {
      const { one, other } = likeness.useParams();
      return <LikenessPage one={one} other={other} />;
    },
    LikenessPage,
  ),
});

const reviews = createRoute({
  getParentRoute: () => shell,
  path: "/reviews/labs",
  component: permitted(
    ["assessments:review"],
    lazyRouteComponent(
      () => import("../features/labs/oversight/lab-reviews-page.tsx"),
      "LabReviewsPage",
    ),
  ),
});

const LabReviewPage = lazyRouteComponent(
  () => import("../features/labs/oversight/lab-review-page.tsx"),
  "LabReviewPage",
);
const review = createRoute({
  getParentRoute: () => shell,
  path: "/reviews/labs/$attempt",
  component: permitted(
    ["assessments:review"],
    () => {
      const { attempt } = review.useParams();
      return <LabReviewPage key={attempt} attemptId={attempt} />;
    },
    LabReviewPage,
  ),
});

/** Where labs are found, played, looked back at and looked over. */
export const labRoutes = [labs, likenesses, likeness, lab, debrief, reviews, review] as const;
