import { Link, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useAway } from "./away.ts";
import { useSession } from "./session.tsx";

const DemoRemoval = lazy(async () => ({
  default: (await import("../features/organisation/demo-removal.tsx")).DemoRemoval,
}));

const OpeningsStrip = lazy(async () => ({
  default: (await import("../features/gates/openings-strip.tsx")).OpeningsStrip,
}));

const DemoStrip = () => {
  const { can } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="strip">
      <span className="strip-mark">Demo</span>
      <span>Demo organisation: these people are invented.</span>
      {can("organisation:write") ? (
        <button type="button" onClick={() => setOpen(true)}>
          Remove the demo
        </button>
      ) : null}
      {isOpen ? (
        <Suspense>
          <DemoRemoval onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
};

/** What holds for every page: said above all of them. */
export const Strips = () => {
  const { organisation, next, can } = useSession();
  const isAway = useAway();
  const { pathname } = useLocation();
  const isUnfinished = next === "set-up" && pathname !== "/set-up";
  return (
    <section className="strips" aria-label="Notices">
      {organisation.demo ? <DemoStrip /> : null}
      {isUnfinished ? (
        <div className="strip">
          <span>The set-up is not finished.</span>
          <Link to="/set-up">Go on with it</Link>
        </div>
      ) : null}
      {can("openings:read") ? (
        <Suspense>
          <OpeningsStrip />
        </Suspense>
      ) : null}
      <div role="status">
        {isAway ? (
          <div className="strip" data-tone="warning">
            <span className="strip-mark">Away</span>
            <span>
              Checkride does not answer at the moment. What you see may be out of date. Trying again
              every few seconds.
            </span>
          </div>
        ) : null}
      </div>
    </section>
  );
};
