import type { ChangedFile, ChangedLine, Choice } from "@checkride/rules/labs/asked";
import type { ReviewComment } from "@checkride/rules/labs/review";
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

/** One file of a change: press a line to comment on it; comments stand below what they are about. */
export const ReviewFile = (props: ReviewFileProps) => {
  const { file, comments, problems, open, onOpen, onSave, onRemove, isLocked } = props;
  const texts = useCodeLines(file.lines.map(({ text }) => text).join("\n"), file.language);
  const frame = useRoving<HTMLOListElement>("button.review-line");
  const begin = (from: number) =>
    onOpen({
      comment: { file: file.path, from, to: from, problem: "", text: "" },
      instead: null,
    });
  const titleOf = (id: string): string => problems.find((one) => one.id === id)?.text ?? id;
  const isCovered = (place: number): boolean =>
    comments.some(({ from, to }) => from <= place && place <= to);
  return (
    <CodeFrame title={file.path} language={file.language}>
      <ol ref={frame} className="review-lines" aria-label={`${file.path}, lines of the change`}>
        {keyed(file.lines).map(({ key, value: line }, place) => {
          const face = <LineFace line={line} text={texts[place] ?? []} />;
          return (
            <li key={key} data-kind={line.kind} data-marked={isCovered(place) || undefined}>
              {isLocked ? (
                <div className="review-line">{face}</div>
              ) : (
                <button type="button" className="review-line" onClick={() => begin(place)}>
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
                    problem={titleOf(comment.problem)}
                    onChange={() => onOpen({ comment, instead: comment })}
                    onRemove={() => onRemove(comment)}
                    isLocked={isLocked}
                  />
                ))}
              {open?.comment.from === place ? (
                <ReviewForm
                  key={
                    open.instead === null ? "new" : `${open.instead.problem} ${open.instead.text}`
                  }
                  comment={open.comment}
                  lines={file.lines}
                  problems={problems}
                  onSave={onSave}
                  onCancel={() => onOpen(null)}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
    </CodeFrame>
  );
};
