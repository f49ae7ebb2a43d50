import type { LabBench, LabWorkspace } from "@checkride/api/labs";
import { memo, type ReactNode } from "react";
import { keyed } from "../../../design/keyed.ts";
import { Prose } from "../../../design/prose.tsx";
import { TickText } from "../../../design/tick-text.tsx";
import { halfWords } from "../results/result-words.ts";
import { Hints } from "./hints.tsx";
import { mayWork } from "./may-work.ts";
import { Pair } from "./pair.tsx";
import { SolutionOffer } from "./solution-offer.tsx";
import "./task.css";

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="task-part">
    <h2>{title}</h2>
    {children}
  </div>
);

const halves = ["works", "attacks"] as const;

/** Every check as a sentence: what is graded is no secret, with which inputs is. */
export const Graded = ({ bench }: { readonly bench: Pick<LabBench, "checks" | "lab"> }) => (
  <>
    <p>
      A pass needs all of it.{" "}
      {bench.lab.language === null
        ? "Of what does not hold you are told why, not where."
        : "The inputs stay hidden and change with every attempt."}
    </p>
    {halves.map((half) => {
      const own = bench.checks.filter((check) => check.half === half);
      return own.length === 0 ? null : (
        <div key={half}>
          <h3>{halfWords[half]}</h3>
          <ul className="task-checks">
            {own.map(({ id, says }) => (
              <li key={id}>
                <TickText text={says} />
              </li>
            ))}
          </ul>
        </div>
      );
    })}
  </>
);

export const Brief = ({ bench }: { readonly bench: Pick<LabBench, "brief"> }) =>
  keyed(bench.brief).map(({ key, value: { title, prose } }) => (
    <Part key={key} title={title}>
      <Prose prose={prose} />
    </Part>
  ));

type TaskPaneProps = { readonly bench: LabBench; readonly workspace: LabWorkspace };

/** What is to be done, what is graded, and what helps. A letter in the editor changes nothing of it. */
export const TaskPane = memo(({ bench, workspace }: TaskPaneProps) => (
  <>
    <Brief bench={bench} />
    <Part title="The checks">
      <Graded bench={bench} />
    </Part>
    <Part title="Hints">
      <Hints workspace={workspace} />
    </Part>
    {mayWork(workspace) ? (
      <>
        {workspace.state === "open" ? (
          <Part title="Model solution">
            <SolutionOffer workspace={workspace} />
          </Part>
        ) : null}
        {bench.lab.forPairs ? (
          <Part title="Pair">
            <Pair workspace={workspace} />
          </Part>
        ) : null}
      </>
    ) : null}
  </>
));
