import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { permitted, root, shell } from "./base-routes.tsx";

const mine = createRoute({
  getParentRoute: () => shell,
  path: "/certificates",
  component: permitted(
    ["standing:own"],
    lazyRouteComponent(
      () => import("../features/certificates/certificates-page.tsx"),
      "CertificatesPage",
    ),
  ),
});

const PublicCertificatePage = lazyRouteComponent(
  () => import("../features/certificates/public-certificate-page.tsx"),
  "PublicCertificatePage",
);
const one = createRoute({
  getParentRoute: () => root,
  path: "/certificates/$certificate",
  component: () => {
    const { certificate } = one.useParams();
    return <PublicCertificatePage key={certificate} certificateId={certificate} />;
  },
});

const verify = createRoute({
  getParentRoute: () => root,
  path: "/verify",
  component: lazyRouteComponent(
    () => import("../features/certificates/verify-page.tsx"),
    "VerifyPage",
  ),
});

const AchievementPage = lazyRouteComponent(
  () => import("../features/certificates/achievement-page.tsx"),
  "AchievementPage",
);
const achievement = createRoute({
  getParentRoute: () => root,
  path: "/achievements/$certificate/$version",
  component: () => <AchievementPage {...achievement.useParams()} />,
});

export const certificateRoutes = [mine];

/** For whoever comes with a link and has no account. */
export const outsideRoutes = [one, verify, achievement];
