import { Navigate, Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { Loading } from "../design/loading.tsx";
import { ProblemNote } from "../design/problem-note.tsx";
import { useAway } from "./away.ts";
import { useFirstOwnerLink } from "./demo-removed.ts";
import { queryClient, useQueryAnswer } from "./query.ts";
import { SessionProvider } from "./session.tsx";

const DemoRemoved = lazy(async () => ({
  default: (await import("../features/organisation/demo-removed.tsx")).DemoRemoved,
}));

const awayAskMs = 4000;

/** While the server is away, ask who is signed in again and again; once it answers, refresh what is shown. */
const useReturn = () => {
  const isAway = useAway();
  useEffect(() => {
    if (!isAway) return;
    const timer = setInterval(() => {
      void queryClient.refetchQueries({ queryKey: ["GET /api/session"] });
    }, awayAskMs);
    return () => {
      clearInterval(timer);
      void queryClient.invalidateQueries();
    };
  }, [isAway]);
};

/** Everything below has somebody signed in; who is not goes to sign in and comes back to the same place. */
export const SignedIn = () => {
  const session = useQueryAnswer("GET /api/session", {});
  const organisation = useQueryAnswer("GET /api/organisation", {});
  const { href, pathname } = useLocation();
  useReturn();
  const firstOwnerLink = useFirstOwnerLink();
  const person = session.value?.person ?? null;
  const problem = session.problem ?? organisation.problem;
  if (firstOwnerLink !== null) {
    return (
      <Suspense>
        <DemoRemoved url={firstOwnerLink} />
      </Suspense>
    );
  }
  if (session.value !== null && (person === null || session.value.next === "choose-sign-in")) {
    // On the way there this is drawn once more, with the new address: one Navigate is enough.
    if (pathname === "/sign-in") return null;
    return <Navigate to="/sign-in" search={{ back: href }} replace />;
  }
  if (session.value === null || person === null || organisation.value === null) {
    return (
      <main className="plain">
        <div className="plain-inner">
          {problem ? (
            <ProblemNote
              problem={problem}
              onRetry={() => {
                session.retry();
                organisation.retry();
              }}
            />
          ) : (
            <Loading what="your session" />
          )}
        </div>
      </main>
    );
  }
  return (
    <SessionProvider session={{ ...session.value, person }} organisation={organisation.value}>
      <Outlet />
    </SessionProvider>
  );
};
