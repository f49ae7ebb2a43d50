import type { Right } from "@checkride/rules/rights";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { permitted, shell } from "./base-routes.tsx";

const rights: readonly Right[] = ["learning:own"];

const quizzes = createRoute({
  getParentRoute: () => shell,
  path: "/quizzes",
  component: permitted(
    rights,
    lazyRouteComponent(() => import("../features/quizzes/quizzes-page.tsx"), "QuizzesPage"),
  ),
});

const QuizPage = lazyRouteComponent(() => import("../features/quizzes/quiz-page.tsx"), "QuizPage");
const quiz = createRoute({
  getParentRoute: () => shell,
  path: "/quizzes/$quiz",
  component: permitted(
    rights,
    () => {
      const { quiz: quizId } = quiz.useParams();
      return <QuizPage key={quizId} quizId={quizId} />;
    },
    QuizPage,
  ),
});

const QuizTryPage = lazyRouteComponent(
  () => import("../features/quizzes/quiz-try-page.tsx"),
  "QuizTryPage",
);
const quizTry = createRoute({
  getParentRoute: () => shell,
  path: "/quizzes/$quiz/tries/$try",
  component: permitted(
    rights,
    () => {
      const { try: tryId } = quizTry.useParams();
      return <QuizTryPage key={tryId} tryId={tryId} />;
    },
    QuizTryPage,
  ),
});

const baseline = createRoute({
  getParentRoute: () => shell,
  path: "/assessments/baseline",
  component: permitted(
    rights,
    lazyRouteComponent(() => import("../features/assessments/baseline-page.tsx"), "BaselinePage"),
  ),
});

const BaselineTryPage = lazyRouteComponent(
  () => import("../features/assessments/baseline-try-page.tsx"),
  "BaselineTryPage",
);
const baselineTry = createRoute({
  getParentRoute: () => shell,
  path: "/assessments/baseline/$try",
  component: permitted(
    rights,
    () => {
      const { try: tryId } = baselineTry.useParams();
      return <BaselineTryPage key={tryId} tryId={tryId} />;
    },
    BaselineTryPage,
  ),
});

const WrittenPage = lazyRouteComponent(
  () => import("../features/assessments/written-page.tsx"),
  "WrittenPage",
);
const written = createRoute({
  getParentRoute: () => shell,
  path: "/assessments/$assessment",
  component: permitted(
    rights,
    () => {
      const { assessment } = written.useParams();
      return <WrittenPage key={assessment} assessmentId={assessment} />;
    },
    WrittenPage,
  ),
});

const reviews = createRoute({
  getParentRoute: () => shell,
  path: "/reviews",
  component: permitted(
    ["assessments:review"],
    lazyRouteComponent(() => import("../features/assessments/reviews-page.tsx"), "ReviewsPage"),
  ),
});

const ReviewPage = lazyRouteComponent(
  () => import("../features/assessments/review-page.tsx"),
  "ReviewPage",
);
const review = createRoute({
  getParentRoute: () => shell,
  path: "/reviews/$submission",
  component: permitted(
    ["assessments:review"],
    () => {
      const { submission } = review.useParams();
      return <ReviewPage key={submission} submissionId={submission} />;
    },
    ReviewPage,
  ),
});

const competencies = createRoute({
  getParentRoute: () => shell,
  path: "/competencies",
  component: permitted(
    rights,
    lazyRouteComponent(
      () => import("../features/competencies/competencies-page.tsx"),
      "CompetenciesPage",
    ),
  ),
});

const teams = createRoute({
  getParentRoute: () => shell,
  path: "/competencies/teams",
  component: permitted(
    ["competencies:team"],
    lazyRouteComponent(() => import("../features/competencies/teams-page.tsx"), "TeamsPage"),
  ),
});

const refreshers = createRoute({
  getParentRoute: () => shell,
  path: "/refreshers",
  component: permitted(
    rights,
    lazyRouteComponent(
      () => import("../features/refreshers/refreshers-page.tsx"),
      "RefreshersPage",
    ),
  ),
});

const myFeedback = createRoute({
  getParentRoute: () => shell,
  path: "/feedback/mine",
  component: permitted(
    rights,
    lazyRouteComponent(() => import("../features/feedback/my-feedback-page.tsx"), "MyFeedbackPage"),
  ),
});

/** Where it is shown what somebody can do, to themselves first. */
export const assessmentRoutes = [
  quizzes,
  quiz,
  quizTry,
  baseline,
  baselineTry,
  written,
  reviews,
  review,
  competencies,
  teams,
  refreshers,
  myFeedback,
] as const;
