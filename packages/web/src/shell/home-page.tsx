import { lazy, Suspense } from "react";
import { StandingPage } from "../features/standing/standing-page.tsx";
import { useSession } from "./session.tsx";

const DueRefreshers = lazy(async () => ({
  default: (await import("../features/refreshers/due-refreshers.tsx")).DueRefreshers,
}));
const BaselineInvite = lazy(async () => ({
  default: (await import("../features/assessments/baseline-invite.tsx")).BaselineInvite,
}));

/** My standing first; below the one next thing, the small ones that can be done today as well. */
export const HomePage = () => {
  const { can } = useSession();
  return (
    <StandingPage
      today={
        can("learning:own") ? (
          <Suspense>
            <DueRefreshers />
            <BaselineInvite />
          </Suspense>
        ) : null
      }
    />
  );
};
