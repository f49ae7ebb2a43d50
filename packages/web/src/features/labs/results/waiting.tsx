import type { LabAttempt } from "@checkride/api/labs";
import { useEffect, useState } from "react";
import { elapsedText, waitingText } from "./result-words.ts";
import "./results.css";

const tickMs = 1000;

/** A clock that counts while something is waited for. */
const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
};

/** Where a submission stands; whoever leaves finds the verdict here later. */
export const Waiting = ({ attempt }: { readonly attempt: LabAttempt }) => {
  const now = useNow();
  // Time by this window's clock: the server's may be another.
  const [since] = useState(now);
  return (
    <section className="result result-waiting" aria-labelledby="waiting">
      <h3 id="waiting" className="result-head">
        {waitingText(attempt)}
      </h3>
      <p className="result-sub">
        attempt {attempt.number} · <span aria-hidden="true">{elapsedText(since, now)}</span>
      </p>
      <p className="muted">You may leave: it is graded all the same, and the verdict waits here.</p>
    </section>
  );
};
