import type { Right } from "@checkride/rules/rights";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { permitted, shell } from "./base-routes.tsx";

const rights: readonly Right[] = ["learning:own"];

const tracks = createRoute({
  getParentRoute: () => shell,
  path: "/tracks",
  component: permitted(
    rights,
    lazyRouteComponent(() => import("../features/tracks/tracks-page.tsx"), "TracksPage"),
  ),
});

const TrackPage = lazyRouteComponent(
  () => import("../features/tracks/track-page.tsx"),
  "TrackPage",
);
const track = createRoute({
  getParentRoute: () => shell,
  path: "/tracks/$track",
  component: permitted(
    rights,
    () => {
      const { track: trackId } = track.useParams();
      return <TrackPage key={trackId} trackId={trackId} />;
    },
    TrackPage,
  ),
});

const ModulePage = lazyRouteComponent(
  () => import("../features/tracks/module-page.tsx"),
  "ModulePage",
);
const oneModule = createRoute({
  getParentRoute: () => shell,
  path: "/modules/$module",
  component: permitted(
    rights,
    () => {
      const { module: moduleId } = oneModule.useParams();
      return <ModulePage key={moduleId} moduleId={moduleId} />;
    },
    ModulePage,
  ),
});

const LessonPage = lazyRouteComponent(
  () => import("../features/lessons/lesson-page.tsx"),
  "LessonPage",
);
const lesson = createRoute({
  getParentRoute: () => shell,
  path: "/lessons/$lesson",
  component: permitted(
    rights,
    () => {
      const { lesson: lessonId } = lesson.useParams();
      return <LessonPage key={lessonId} lessonId={lessonId} />;
    },
    LessonPage,
  ),
});

const glossary = createRoute({
  getParentRoute: () => shell,
  path: "/glossary",
  component: permitted(
    rights,
    lazyRouteComponent(() => import("../features/words/glossary-page.tsx"), "GlossaryPage"),
  ),
});

const cases = createRoute({
  getParentRoute: () => shell,
  path: "/cases",
  component: permitted(
    rights,
    lazyRouteComponent(() => import("../features/words/cases-page.tsx"), "CasesPage"),
  ),
});

const CasePage = lazyRouteComponent(() => import("../features/words/case-page.tsx"), "CasePage");
const oneCase = createRoute({
  getParentRoute: () => shell,
  path: "/cases/$case",
  component: permitted(
    rights,
    () => {
      const { case: caseId } = oneCase.useParams();
      return <CasePage key={caseId} caseId={caseId} />;
    },
    CasePage,
  ),
});

const kitRights: readonly Right[] = ["kits:read"];

const kits = createRoute({
  getParentRoute: () => shell,
  path: "/kits",
  component: permitted(
    kitRights,
    lazyRouteComponent(() => import("../features/words/kits-page.tsx"), "KitsPage"),
  ),
});

const KitPage = lazyRouteComponent(() => import("../features/words/kit-page.tsx"), "KitPage");
const oneKit = createRoute({
  getParentRoute: () => shell,
  path: "/kits/$kit",
  component: permitted(
    kitRights,
    () => {
      const { kit: kitId } = oneKit.useParams();
      return <KitPage key={kitId} kitId={kitId} />;
    },
    KitPage,
  ),
});

const documents = createRoute({
  getParentRoute: () => shell,
  path: "/documents",
  component: permitted(
    rights,
    lazyRouteComponent(() => import("../features/documents/documents-page.tsx"), "DocumentsPage"),
  ),
});

const DocumentPage = lazyRouteComponent(
  () => import("../features/documents/document-page.tsx"),
  "DocumentPage",
);
const oneDocument = createRoute({
  getParentRoute: () => shell,
  path: "/documents/$document",
  component: permitted(
    rights,
    () => {
      const { document: documentId } = oneDocument.useParams();
      return <DocumentPage key={documentId} documentId={documentId} />;
    },
    DocumentPage,
  ),
});

const DocumentVersionPage = lazyRouteComponent(
  () => import("../features/documents/document-version-page.tsx"),
  "DocumentVersionPage",
);
const documentVersion = createRoute({
  getParentRoute: () => shell,
  path: "/documents/$document/versions/$version",
  component: permitted(
    rights,
    () => {
      const { document: documentId, version } = documentVersion.useParams();
      return (
        <DocumentVersionPage
          key={`${documentId} ${version}`}
          documentId={documentId}
          version={version}
        />
      );
    },
    DocumentVersionPage,
  ),
});

/** What there is to learn from, for everybody who learns. */
export const learningRoutes = [
  tracks,
  track,
  oneModule,
  lesson,
  glossary,
  cases,
  oneCase,
  kits,
  oneKit,
  documents,
  oneDocument,
  documentVersion,
] as const;
