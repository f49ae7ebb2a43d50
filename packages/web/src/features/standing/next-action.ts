import type { PersonStanding, StandingView } from "@checkride/api/standing";
import { byUrgency, concerns, type Gate, isClosed } from "./standing-facts.ts";
import type { Remedy } from "./words.ts";

export type NextAction = {
  readonly remedy: Remedy;
  /** The certificate it leads to. */
  readonly standing: StandingView;
  /** Closed gates that this alone opens. */
  readonly opens: readonly Gate[];
  /** How many things, this one included, are left for the certificate. */
  readonly left: number;
};

/** A certificate that is asked in turn is no deed: the way to it is in its own standing. */
const isDeed = (remedy: Remedy): boolean => remedy.kind !== "certificate";

const isUseful = (remedy: Remedy, now: string): boolean =>
  remedy.from === null || Date.parse(remedy.from) <= Date.parse(now);

/** The one thing to do next: the first useful deed toward the most urgent certificate. */
export const nextAction = (standing: PersonStanding, now: string): NextAction | null => {
  const wanting = byUrgency(standing.standings).filter(
    (one) => one.required && one.state !== "current" && one.state !== "exempt",
  );
  const closed = standing.gates.filter(
    (gate) => concerns(gate, standing.standings) && isClosed(gate),
  );
  const choices = wanting.flatMap((one) =>
    one.remedy.filter(isDeed).map(
      (remedy): NextAction => ({
        remedy,
        standing: one,
        opens: closed.filter(
          (gate) => gate.remedy.length === 1 && gate.remedy[0]?.ref === remedy.ref,
        ),
        left: one.remedy.length,
      }),
    ),
  );
  return choices.find(({ remedy }) => isUseful(remedy, now)) ?? choices[0] ?? null;
};
