import type { LabBench, LabWorkspace } from "@checkride/api/labs";
import { Button } from "../../../design/button.tsx";
import { LinkButton } from "../../../design/link-button.tsx";
import { Moment } from "../../../design/moment.tsx";
import { Notice } from "../../../design/notice.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { owesChange } from "./may-work.ts";
import { useBegin } from "./use-begin.ts";

type WhatNextProps = { readonly bench: LabBench; readonly workspace: LabWorkspace };

const BeginAgain = ({ bench, words }: { readonly bench: LabBench; readonly words: string }) => {
  const { begin, isPending, problem } = useBegin(bench.lab.id);
  if (bench.nextFrom !== null) {
    return (
      <p>
        Another try can begin on <Moment at={bench.nextFrom} as="minute" />.
      </p>
    );
  }
  return (
    <>
      <Button variant="go" isPending={isPending} onPress={begin}>
        {words}
      </Button>
      {problem ? <ProblemNote problem={problem} /> : null}
    </>
  );
};

/** What there is to do once nothing can be changed any more. */
export const WhatNext = ({ bench, workspace }: WhatNextProps) => {
  const params = { lab: bench.lab.id };
  switch (workspace.state) {
    case "open":
      return null;
    case "verdict-passed":
      return owesChange(workspace) ? (
        <Notice tone="good" title="Your partner's attempt holds. Now hand in a change of your own.">
          It has to hold too. Then one question is left.
        </Notice>
      ) : (
        <Notice
          tone="good"
          title="All checks hold. One question is left."
          actions={
            <LinkButton to="/labs/$lab/debrief" params={params} variant="go">
              To the debrief
            </LinkButton>
          }
        >
          With its answer the lab is passed.
        </Notice>
      );
    case "not-passed":
      return (
        <Notice
          title={
            workspace.board === null
              ? "These questions are over. The next try has others."
              : "This run is over. The next one is another incident."
          }
          actions={
            <BeginAgain
              bench={bench}
              words={
                workspace.board === null ? "Try again with other questions" : "Lead another one"
              }
            />
          }
        />
      );
    case "done":
    case "given-up":
      return (
        <Notice
          title="This try is over: to be read, not to be changed."
          actions={
            <LinkButton to="/labs/$lab/debrief" params={params}>
              To the debrief
            </LinkButton>
          }
        />
      );
  }
};
