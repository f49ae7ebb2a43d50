import type { LabBench, LabDebrief, LabWorkspace } from "@checkride/api/labs";
import { Link } from "@tanstack/react-router";
import { keyed } from "../../../design/keyed.ts";
import { LinkButton } from "../../../design/link-button.tsx";
import { Loading } from "../../../design/loading.tsx";
import { Notice } from "../../../design/notice.tsx";
import { Page } from "../../../design/page.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { Prose } from "../../../design/prose.tsx";
import { Section } from "../../../design/section.tsx";
import { ExerciseView } from "../../../exercises/exercise-view.tsx";
import { useAct, useQueryAnswer } from "../../../shell/query.ts";
import { useSearchParams } from "../../../shell/search-params.ts";
import { RunReview } from "../board/run-review.tsx";
import { askAgain } from "../lab-cache.ts";
import { AnsweredReview } from "./answered-review.tsx";
import { debriefSentence, stillOpenText } from "./debrief-words.ts";
import { ModelSolution } from "./model-solution.tsx";
import { Others } from "./others.tsx";
import { WhereItLed } from "./where-it-led.tsx";
import "./debrief.css";

type DebriefProps = {
  readonly bench: LabBench;
  readonly workspace: LabWorkspace;
  readonly debrief: LabDebrief;
};

const Question = ({ workspace, debrief }: Omit<DebriefProps, "bench">) => {
  const { act } = useAct("POST /api/lab-workspaces/{workspace}/debrief");
  const { question, answered } = debrief;
  return (
    <ExerciseView
      exercise={question}
      given={answered === null ? null : { ...answered, run: null }}
      isOnce
      onAnswer={async (answer) => {
        const sent = await act({ params: { workspace: workspace.id }, body: { answer } });
        if (!sent.ok) return sent;
        askAgain();
        const given = sent.value.answered;
        return given === null
          ? { ok: false, problem: unanswered }
          : { ok: true, given: { ...given, run: null } };
      }}
    />
  );
};

const unanswered = {
  type: "about:blank",
  code: "server-fault",
  title: "The answer was not kept",
  status: 0,
  detail: "The server took the answer and did not give it back.",
  wayOut: "Answer again.",
} as const;

/** Beside the text of the author: what was made, and what could have been made. */
const Made = ({ workspace, debrief }: Omit<DebriefProps, "bench">) => {
  if (workspace.board !== null) {
    return (
      <Section title="Move by move">
        <RunReview board={workspace.board} review={debrief.review} />
      </Section>
    );
  }
  if (workspace.asked.length > 0) return <AnsweredReview workspace={workspace} debrief={debrief} />;
  return debrief.solution.length === 0 ? null : (
    <Section title="The model solution, line by line">
      <ModelSolution files={debrief.solution} />
    </Section>
  );
};

const Kicker = ({ lab }: Pick<LabBench, "lab">) => (
  <>
    <Link to="/labs">Labs</Link> ·{" "}
    <Link to="/labs/$lab" params={{ lab: lab.id }}>
      {lab.title}
    </Link>{" "}
    · Debrief
  </>
);

const Debrief = ({ bench, workspace, debrief }: DebriefProps) => {
  const { lab, checks } = bench;
  const { state } = workspace;
  const open = stillOpenText(state, debrief);
  return (
    <Page kicker={<Kicker lab={lab} />} sentence={debriefSentence(lab.title, state, debrief)}>
      {open === null ? null : <Notice isLive>{open}</Notice>}
      <Section title="One question">
        <Question workspace={workspace} debrief={debrief} />
      </Section>
      {debrief.passedEvidence === null ? null : (
        <Section title="Where it led">
          <WhereItLed lab={lab} evidence={debrief.passedEvidence} />
        </Section>
      )}
      {keyed(debrief.sections.filter(({ prose }) => prose.length > 0)).map(
        ({ key, value: { title, prose } }) => (
          <Section key={key} title={title}>
            <div className="debrief-prose">
              <Prose prose={prose} />
            </div>
          </Section>
        ),
      )}
      <Made workspace={workspace} debrief={debrief} />
      <Section title="How it went for others">
        <Others others={debrief.others} checks={checks} />
      </Section>
    </Page>
  );
};

const Unshown = ({ labId }: { readonly labId: string }) => (
  <Page
    kicker={`Lab ${labId}`}
    sentence="There is no debrief here yet."
    sub="It opens with a pass, or with the model solution."
    actions={
      <LinkButton to="/labs/$lab" params={{ lab: labId }}>
        To the lab
      </LinkButton>
    }
  />
);

/** What is said once the checks hold: one question, the model solution, what others found hard, and what is next. */
export const DebriefPage = ({ labId }: { readonly labId: string }) => {
  const [{ workspace: asked }] = useSearchParams();
  const bench = useQueryAnswer("GET /api/labs/{lab}", { params: { lab: labId } });
  const id = asked ?? bench.value?.workspace?.id ?? null;
  const params = { workspace: id ?? "" };
  const enabled = id !== null;
  const workspace = useQueryAnswer("GET /api/lab-workspaces/{workspace}", { params }, { enabled });
  const debrief = useQueryAnswer(
    "GET /api/lab-workspaces/{workspace}/debrief",
    { params },
    { enabled },
  );
  if (bench.value && workspace.value && debrief.value) {
    return <Debrief bench={bench.value} workspace={workspace.value} debrief={debrief.value} />;
  }
  const problem = bench.problem ?? workspace.problem ?? debrief.problem;
  if (
    problem?.code === "too-soon" ||
    problem?.code === "not-found" ||
    (bench.value && id === null)
  ) {
    return <Unshown labId={labId} />;
  }
  return problem ? (
    <Page kicker={`Lab ${labId}`} sentence="The debrief cannot be shown.">
      <ProblemNote problem={problem} onRetry={debrief.retry} />
    </Page>
  ) : (
    <Loading what="the debrief" lines={8} />
  );
};
