import type { ChangedFile, ChangedLine, Choice } from "@checkride/rules/labs/asked";
import type { ReviewComment } from "@checkride/rules/labs/review";
import { useRef } from "react";
import { Button } from "../../../design/button.tsx";
import { CodeText } from "../../../design/code-text.tsx";
import type { CodeLine } from "../../../design/code-tokens.ts";
import { CodeFrame } from "../../../design/code-view.tsx";
import { keyed } from "../../../design/keyed.ts";
import { useCodeLines } from "../../../design/use-code-lines.ts";
import { useRoving } from "../../../exercises/use-roving.ts";
import { ReviewForm } from "./review-form.tsx";
import { lineName, rangeName } from "./review-words.ts";

const signs = { same: " ", added: "+", removed: "−" } as const;

/** What is being written: a new comment, or one that is changed. */
export type OpenComment = {
  readonly comment: ReviewComment;
  readonly instead: ReviewComment | null;
};

type ReviewFileProps = {
  readonly file: ChangedFile;
  readonly comments: readonly ReviewComment[];
  readonly problems: readonly Choice[];
  readonly open: OpenComment | null;
  readonly onOpen: (open: OpenComment | null) => void;
  readonly onSave: (comment: ReviewComment) => void;
  readonly onRemove: (comment: ReviewComment) => void;
  /** There is no room for another comment. */
  readonly isFull: boolean;
  readonly isLocked: boolean;
};

const LineFace = ({ line, text }: { readonly line: ChangedLine; readonly text: CodeLine }) => (
  <>
    <span className="review-number">{line.before}</span>
    <span className="review-number">{line.after}</span>
    <span className="review-sign" aria-hidden="true">
      {signs[line.kind]}
    </span>
    <span className="hidden-visually">{lineName(line)}: </span>
    <code>
      <CodeText line={text} />
    </code>
  </>
);

const Comment = ({
  comment,
  file,
  problem,
  onChange,
  onRemove,
  isLocked,
}: {
  readonly comment: ReviewComment;
  readonly file: ChangedFile;
  readonly problem: string;
  readonly onChange: () => void;
  readonly onRemove: () => void;
  readonly isLocked: boolean;
}) => (
  <article className="review-comment">
    <p className="review-problem">{problem}</p>
    {comment.text.trim() === "" ? null : <p>{comment.text}</p>}
    <div className="review-comment-foot">
      <span>{rangeName(file.lines, comment.from, comment.to)}</span>
      {isLocked ? null : (
        <>
          <Button variant="quiet" onPress={onChange} label={`Change: ${problem}`}>
            Change
          </Button>
          <Button variant="quiet" onPress={onRemove} label={`Remove: ${problem}`}>
            Remove
          </Button>
        </>
      )}
    </div>
  </article>
);

type RowProps = ReviewFileProps & {
  readonly place: number;
  readonly text: CodeLine;
};

const Row = (props: RowProps) => {
  const { file, comments, problems, open, onOpen, onSave, onRemove, place, text } = props;
  const { isFull, isLocked } = props;
  const button = useRef<HTMLButtonElement>(null);
  const line = file.lines[place];
  if (line === undefined) return null;
  /** What closes or goes would take the focus along. */
  const back = () => button.current?.focus();
  const fresh = { file: file.path, from: place, to: place, problem: "", text: "" };
  const face = <LineFace line={line} text={text} />;
  const isCovered = comments.some(({ from, to }) => from <= place && place <= to);
  return (
    <li data-kind={line.kind} data-marked={isCovered || undefined}>
      {isLocked ? (
        <div className="review-line">{face}</div>
      ) : (
        <button
          ref={button}
          type="button"
          className="review-line"
          aria-disabled={isFull || undefined}
          onClick={() => {
            if (!isFull) onOpen({ comment: fresh, instead: null });
          }}
        >
          {face}
        </button>
      )}
      {comments
        .filter((comment) => comment.to === place && comment !== open?.instead)
        .map((comment) => (
          <Comment
            key={`${comment.from} ${comment.problem} ${comment.text}`}
            comment={comment}
            file={file}
            problem={problems.find(({ id }) => id === comment.problem)?.text ?? comment.problem}
            onChange={() => onOpen({ comment, instead: comment })}
            onRemove={() => {
              back();
              onRemove(comment);
            }}
            isLocked={isLocked}
          />
        ))}
      {open?.comment.from === place ? (
        <ReviewForm
          key={open.instead === null ? "new" : `${open.instead.problem} ${open.instead.text}`}
          comment={open.comment}
          lines={file.lines}
          problems={problems}
          onSave={(comment) => {
            back();
            onSave(comment);
          }}
          onCancel={() => {
            back();
            onOpen(null);
          }}
        />
      ) : null}
    </li>
  );
};

/** One file of a change: press a line to comment on it; comments stand below what they are about. */
export const ReviewFile = (props: ReviewFileProps) => {
  const { file } = props;
  const texts = useCodeLines(file.lines.map(({ text }) => text).join("\n"), file.language);
  const frame = useRoving<HTMLOListElement>("button.review-line");
  return (
    <CodeFrame title={file.path} language={file.language}>
      <ol
        ref={frame}
        className="review-lines"
        data-new={file.lines.every(({ kind }) => kind === "added") || undefined}
        aria-label={`${file.path}, lines of the change`}
      >
        {keyed(file.lines).map(({ key }, place) => (
          <Row key={key} {...props} place={place} text={texts[place] ?? []} />
        ))}
      </ol>
    </CodeFrame>
  );
};
