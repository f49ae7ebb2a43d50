import { commentsMax, type ReviewComment } from "@checkride/rules/labs/review";
import { useState } from "react";
import { Chips } from "../../../exercises/chips.tsx";
import { AskText } from "./ask-text.tsx";
import type { AskedProps } from "./asked-kind.ts";
import { reviewJson, reviewOf, withComment, withoutComment } from "./review-draft.ts";
import { type OpenComment, ReviewFile } from "./review-file.tsx";
import "./review.css";

/** A change to read: comments below its lines, and what is to become of it. */
export const ReviewAsked = ({ asked, name, value, onValue, isLocked }: AskedProps<"review">) => {
  const review = reviewOf(value);
  const [open, setOpen] = useState<OpenComment | null>(null);
  const paths = asked.files.map(({ path }) => path);
  const save = (comment: ReviewComment) => {
    onValue(reviewJson(withComment(review, comment, open?.instead ?? null, paths)));
    setOpen(null);
  };
  const count = review.comments.length;
  return (
    <>
      <AskText text={asked.ask} />
      {isLocked ? null : (
        <p className="asked-help">
          Press a line to comment on it. Arrow keys go from line to line, Enter opens a comment.
        </p>
      )}
      <div className="review">
        {asked.files.map((file) => (
          <ReviewFile
            key={file.path}
            file={file}
            comments={review.comments.filter((one) => one.file === file.path)}
            problems={asked.problems}
            open={open?.comment.file === file.path ? open : null}
            onOpen={setOpen}
            onSave={save}
            onRemove={(comment) => onValue(reviewJson(withoutComment(review, comment)))}
            isFull={count >= commentsMax}
            isLocked={isLocked}
          />
        ))}
      </div>
      <p className="asked-help" role="status">
        {count === 0 ? "No comment yet." : `${count} ${count === 1 ? "comment" : "comments"}.`}
        {count >= commentsMax ? " There is no room for more: remove one first." : ""}
      </p>
      <Chips
        legend={
          <>
            Your decision<span className="hidden-visually">, {name}</span>
          </>
        }
        chips={asked.decisions.map(({ id, text }) => ({ id, face: text }))}
        chosen={review.decision}
        onChoose={(decision) => onValue(reviewJson({ ...review, decision }))}
        isLocked={isLocked}
      />
    </>
  );
};
