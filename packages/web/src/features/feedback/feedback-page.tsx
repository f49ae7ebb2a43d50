import type { FeedbackView } from "@checkride/api/feedback";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Empty } from "../../design/empty.tsx";
import { FilterBar } from "../../design/filter-bar.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { Pager } from "../../design/pager.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Select } from "../../design/select.tsx";
import { useCursors } from "../../shell/cursors.ts";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { useSession } from "../../shell/session.tsx";
import { AnswerFeedback } from "./answer-feedback.tsx";
import { FeedbackEntry } from "./feedback-entry.tsx";
import { listSentence, stateLooks, states } from "./feedback-words.ts";

const stateOptions = [
  { value: "", label: "All states" },
  ...states.map((value) => ({ value, label: stateLooks[value].word })),
];

const Entry = ({ feedback }: { readonly feedback: FeedbackView }) => {
  const { can } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <FeedbackEntry
      feedback={feedback}
      more={
        <p className="feedback-more">
          <Link to="/modules/$module" params={{ module: feedback.module }}>
            {feedback.moduleTitle}
          </Link>
          {feedback.owner ? `, kept by ${feedback.owner}` : ""}
          {feedback.changedSince ? " · the lesson has changed since" : ""}
        </p>
      }
      actions={
        can("feedback:answer") ? (
          <div>
            <Button
              onPress={() => setOpen(true)}
              label={`Answer: ${feedback.lessonTitle}, ${feedback.text.slice(0, 40)}`}
            >
              {feedback.state === "open" ? "Answer" : "Change the answer"}
            </Button>
            {isOpen ? <AnswerFeedback feedback={feedback} onClose={() => setOpen(false)} /> : null}
          </div>
        ) : null
      }
    />
  );
};

/** What the address asks for; the open ones unless it says otherwise. */
const useFeedback = () => {
  const [{ state = "open", module: moduleId = "" }, change] = useSearchParams();
  const known = states.find((one) => one === state);
  const cursors = useCursors(`${state} ${moduleId}`);
  const answer = useQueryAnswer(
    "GET /api/feedback",
    {
      query: {
        limit: 50,
        ...(known ? { state: known } : {}),
        ...(moduleId ? { module: moduleId } : {}),
        ...(cursors.cursor ? { cursor: cursors.cursor } : {}),
      },
    },
    { keepPrevious: true },
  );
  return { state: known ?? "", moduleId, change, cursors, answer };
};

export const FeedbackPage = () => {
  const { state, moduleId, change, cursors, answer } = useFeedback();
  const items = answer.value?.items ?? null;
  const next = answer.value?.nextCursor ?? null;
  return (
    <Page
      kicker={
        <>
          <Link to="/content">Content health</Link> · From learners
          {moduleId ? ` · module ${moduleId}` : ""}
        </>
      }
      sentence={listSentence(items, state)}
      sub="Names are not shown. Whoever said it sees your answer."
    >
      <FilterBar label="feedback" onClear={moduleId ? () => change({ module: undefined }) : null}>
        <Select
          label="State"
          value={state}
          options={stateOptions}
          onChange={(chosen) => change({ state: chosen === "" ? "all" : chosen })}
        />
      </FilterBar>
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the feedback" lines={6} /> : null}
      {items?.length === 0 ? (
        <Empty title="There is nothing in this state.">
          At the foot of every step of a lesson a learner can say what is wrong or unclear.
        </Empty>
      ) : null}
      <ul className="feedback-list">
        {(items ?? []).map((feedback) => (
          <Entry key={feedback.id} feedback={feedback} />
        ))}
      </ul>
      {items && items.length > 0 ? (
        <Pager
          shown={`${items.length} shown, newest first`}
          onPrevious={cursors.goBack}
          onNext={next === null ? null : () => cursors.goNext(next)}
        />
      ) : null}
    </Page>
  );
};
