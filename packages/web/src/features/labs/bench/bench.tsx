import type { LabBench, LabWorkspace } from "@checkride/api/labs";
import { type ReactNode, type Ref, useRef } from "react";
import { formatTime } from "../../../design/date.ts";
import { BoardPane } from "../board/board-pane.tsx";
import { ResultsPane } from "../results/results-pane.tsx";
import { withAnswer } from "./answers-in.ts";
import { BenchHeader } from "./bench-header.tsx";
import { BenchNotices } from "./bench-notices.tsx";
import { CodePane, type CodePaneHandle } from "./code-pane.tsx";
import { draftText, withText } from "./draft.ts";
import { PaneSeparator, paneId } from "./pane-separator.tsx";
import { PaneSwitch } from "./pane-switch.tsx";
import { QuestionsPane } from "./questions-pane.tsx";
import { SubmitQuestions } from "./submit-questions.tsx";
import { TaskPane } from "./task-pane.tsx";
import { type BenchState, type PaneName, useBench } from "./use-bench.ts";
import { usePanes } from "./use-panes.ts";
import { WhatNext } from "./what-next.tsx";
import "./bench.css";

type BenchProps = { readonly bench: LabBench; readonly workspace: LabWorkspace };

type PaneProps = { readonly name: PaneName; readonly label: string; readonly children: ReactNode };

const Pane = ({ name, label, children }: PaneProps) => {
  const id = paneId(name);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, scrolled content needs a focusable region
    <section id={id} className="bench-pane" data-pane={name} aria-label={label} tabIndex={0}>
      {name === "task" ? null : <h2 className="hidden-visually">{label}</h2>}
      {children}
    </section>
  );
};

const workName = ({ asked, board }: LabWorkspace): string => {
  if (board !== null) return "Incident";
  return asked.length > 0 ? "Questions" : "Code";
};

type WorkProps = {
  readonly workspace: LabWorkspace;
  readonly state: BenchState;
  readonly code: Ref<CodePaneHandle>;
};

/** What is worked at: an incident, questions, or files. */
const Work = ({ workspace, state, code }: WorkProps) => {
  const { desk, grading, isOpen } = state;
  const isLocked = !isOpen || grading.isUnderway;
  if (workspace.board !== null) {
    return (
      <BoardPane
        workspace={workspace}
        board={workspace.board}
        isLocked={isLocked}
        onSubmit={state.askOrSubmit}
      />
    );
  }
  if (workspace.asked.length > 0) {
    return (
      <QuestionsPane
        asked={workspace.asked}
        texts={desk.draft.files}
        isLocked={isLocked}
        onAnswer={(question, value) => desk.write(withAnswer(desk.now(), question, value))}
      />
    );
  }
  return (
    <CodePane
      ref={code}
      files={workspace.files}
      texts={desk.draft.files}
      isLocked={!isOpen}
      fault={state.fault}
      onText={(path, text) => desk.write(withText(desk.now(), path, text))}
      onLeave={desk.save}
      onRun={() => state.run?.()}
      onSubmit={state.askOrSubmit}
    />
  );
};

/** Task, work and results side by side, or one after the other where there is no room. */
export const Bench = ({ bench, workspace }: BenchProps) => {
  const state = useBench(bench, workspace);
  const { desk, running, grading, pane, isOpen } = state;
  const code = useRef<CodePaneHandle>(null);
  const work = workName(workspace);
  const panes = usePanes(workspace.board === null ? "code" : "board");
  return (
    <div className="bench" data-shown={pane} {...panes.look}>
      <BenchHeader
        lab={bench.lab}
        attempts={workspace.attempts.filter(({ state }) => state !== "not-graded").length}
        draftText={isOpen && workspace.board === null ? draftText(desk.draft, formatTime) : null}
        onRun={state.run}
        isRunning={running.isPending}
        onSubmit={isOpen && workspace.board === null ? state.askOrSubmit : null}
        isSubmitting={grading.isUnderway}
      />
      <BenchNotices desk={desk} workspace={workspace} />
      <PaneSwitch
        names={{ task: "Task", work, results: "Results" }}
        shown={pane}
        onShow={state.setPane}
      />
      <Pane name="task" label="Task">
        <TaskPane bench={bench} workspace={workspace} />
      </Pane>
      <PaneSeparator side="task" label="Width of the task" panes={panes} />
      <Pane name="work" label={work}>
        <Work workspace={workspace} state={state} code={code} />
      </Pane>
      <PaneSeparator side="results" label="Width of the results" panes={panes} />
      <Pane name="results" label="Results">
        <WhatNext bench={bench} workspace={workspace} />
        <ResultsPane
          bench={bench}
          workspace={workspace}
          attempt={grading.attempt}
          run={running.shown}
          problem={running.problem ?? grading.problem}
          draft={desk.draft.files}
          onPlace={(place) => {
            state.setPane("work");
            code.current?.show(place);
          }}
          onRestore={isOpen ? state.restore : null}
        />
      </Pane>
      <p className="hidden-visually" role="status">
        {state.spoken}
      </p>
      <SubmitQuestions
        asked={workspace.asked}
        texts={desk.draft.files}
        isReviewed={bench.lab.isReviewed}
        isOpen={state.isAsking}
        onClose={state.closeAsking}
        onSubmit={state.submit}
      />
    </div>
  );
};
