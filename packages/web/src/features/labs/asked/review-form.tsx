import type { ChangedLine, Choice } from "@checkride/rules/labs/asked";
import { commentCharsMax, type ReviewComment } from "@checkride/rules/labs/review";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../../design/button.tsx";
import { Select } from "../../../design/select.tsx";
import { TextArea } from "../../../design/text-area.tsx";
import { lineName } from "./review-words.ts";

/** As far as a comment may reach: who marks half a file has pointed at nothing. */
const linesMax = 10;

type ReviewFormProps = {
  /** A new one begins without a problem. */
  readonly comment: ReviewComment;
  readonly lines: readonly ChangedLine[];
  readonly problems: readonly Choice[];
  readonly onSave: (comment: ReviewComment) => void;
  readonly onCancel: () => void;
};

export const ReviewForm = ({ comment, lines, problems, onSave, onCancel }: ReviewFormProps) => {
  const [draft, setDraft] = useState(comment);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.querySelector("select")?.focus();
  }, []);
  const ends = lines.slice(comment.from, comment.from + linesMax).map((line, place) => ({
    value: String(comment.from + place),
    label: lineName(line),
  }));
  const isReady = draft.problem !== "";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that repeats the line above it
    <div ref={frame} className="review-form" role="group" aria-label="Your comment">
      <div className="review-form-row">
        <Select
          label="What is wrong"
          value={draft.problem}
          options={[
            { value: "", label: "Choose" },
            ...problems.map(({ id, text }) => ({ value: id, label: text })),
          ]}
          onChange={(problem) => setDraft({ ...draft, problem })}
        />
        <Select
          label="Up to"
          value={String(draft.to)}
          options={ends}
          onChange={(to) => setDraft({ ...draft, to: Number(to) })}
        />
      </div>
      <TextArea
        label="What you would write to the author"
        description="Read by you alone, after the verdict. What counts is the place and what is wrong."
        rows={2}
        maxLength={commentCharsMax}
        value={draft.text}
        onChange={(text) => setDraft({ ...draft, text })}
      />
      <div className="review-form-row">
        <Button isDisabled={!isReady} onPress={() => onSave(draft)}>
          Save comment
        </Button>
        <Button variant="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
};
