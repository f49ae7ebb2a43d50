import type { MyFeedback } from "@checkride/api/feedback";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Moment } from "../../design/moment.tsx";
import { Pill } from "../../design/pill.tsx";
import { kindWords, stateLooks } from "./feedback-words.ts";
import "./feedback.css";

type FeedbackEntryProps = {
  readonly feedback: MyFeedback;
  readonly more?: ReactNode;
  readonly actions?: ReactNode;
};

/** What was said, where, and what came of it. */
export const FeedbackEntry = ({ feedback, more, actions }: FeedbackEntryProps) => {
  const { tone, glyph, word } = stateLooks[feedback.state];
  const search = feedback.step === null ? {} : { step: feedback.step };
  return (
    <li className="feedback-entry">
      <p className="feedback-head">
        <Pill tone={tone} glyph={glyph}>
          {word}
        </Pill>{" "}
        {kindWords[feedback.kind]} · <Moment as="minute" at={feedback.givenAt} />
      </p>
      <h2 className="feedback-where">
        <Link to="/lessons/$lesson" params={{ lesson: feedback.lesson }} search={search}>
          {feedback.lessonTitle}
          {feedback.stepTitle ? `: ${feedback.stepTitle}` : ""}
        </Link>
      </h2>
      <blockquote className="feedback-text">{feedback.text}</blockquote>
      {more}
      {feedback.note ? (
        <p className="feedback-note">
          <b>Answer</b>
          {feedback.answeredAt ? (
            <>
              , <Moment as="minute" at={feedback.answeredAt} />
            </>
          ) : null}
          : {feedback.note}
        </p>
      ) : null}
      {actions}
    </li>
  );
};
