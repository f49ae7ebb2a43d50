import type { LabBench } from "@checkride/api/labs";
import { Link } from "@tanstack/react-router";
import { Button } from "../../design/button.tsx";
import { Moment } from "../../design/moment.tsx";
import { Notice } from "../../design/notice.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { Brief, Graded } from "./bench/task-pane.tsx";
import { useBegin } from "./bench/use-begin.ts";
import { Earlier } from "./earlier.tsx";
import { JoinPair } from "./join-pair.tsx";
import { kindWords } from "./lab-words.ts";
import "./lab-start.css";

type LabStartProps = {
  readonly bench: LabBench;
  /** The try that is over; null: none was begun. */
  readonly ended: "done" | "given-up" | null;
};

const Kicker = ({ lab }: Pick<LabBench, "lab">) => (
  <>
    <Link to="/labs">Labs</Link> · {kindWords(lab.kind)} · {lab.difficulty} · {lab.minutes} min
  </>
);

const BeginButton = ({ bench, ended }: LabStartProps) => {
  const { begin, isPending, problem } = useBegin(bench.lab.id);
  if (bench.nextFrom !== null) {
    return (
      <p>
        Another try, with another variant, can begin on <Moment at={bench.nextFrom} as="minute" />.
      </p>
    );
  }
  return (
    <>
      <Button variant={ended === "done" ? "plain" : "go"} isPending={isPending} onPress={begin}>
        {ended === null ? "Begin" : "Begin again, with another variant"}
      </Button>
      {problem ? <ProblemNote problem={problem} /> : null}
    </>
  );
};

const hintsText = (prices: readonly number[]): string =>
  prices.length === 0
    ? ""
    : `There are ${prices.length} hints, for ${prices.join(", ")} of 100 points. Points are for you alone: a pass needs every check, and nothing else.`;

const Ended = ({ bench, ended }: LabStartProps) => {
  if (ended === null) return null;
  const params = { lab: bench.lab.id };
  return (
    <Notice
      tone={ended === "done" ? "good" : "plain"}
      title={ended === "done" ? "You have passed this lab." : "You opened the model solution."}
    >
      <Link to="/labs/$lab/debrief" params={params}>
        Read the debrief
      </Link>{" "}
      or{" "}
      <Link to="/labs/$lab" params={params} search={{ look: "back" }}>
        look at what you handed in
      </Link>
      .
    </Notice>
  );
};

/** A lab before it is begun, and after it has ended: what it asks, what is graded, how long it takes. */
export const LabStart = ({ bench, ended }: LabStartProps) => (
  <Page
    kicker={<Kicker lab={bench.lab} />}
    sentence={bench.lab.title}
    actions={<BeginButton bench={bench} ended={ended} />}
  >
    <Ended bench={bench} ended={ended} />
    <div className="lab-start">
      <div className="lab-start-brief">
        <Brief bench={bench} />
      </div>
      <aside className="lab-start-graded" aria-label="The checks">
        <h2>The checks</h2>
        <Graded bench={bench} />
        {bench.lab.isReviewed ? <p>Then a person looks at it and accepts or returns it.</p> : null}
        <p>{hintsText(bench.hintPrices)}</p>
      </aside>
    </div>
    {bench.earlier.length > 0 ? (
      <Section title="Earlier tries">
        <Earlier bench={bench} />
      </Section>
    ) : null}
    {ended === null && bench.lab.forPairs ? (
      <Section title="With a partner">
        <JoinPair lab={bench.lab.id} />
      </Section>
    ) : null}
  </Page>
);
