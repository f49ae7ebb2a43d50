import { useMemo, useRef } from "react";
import { CodeFrame } from "../../../design/code-view.tsx";
import { AskText } from "./ask-text.tsx";
import type { AskedProps } from "./asked-kind.ts";
import { MarkList } from "./mark-list.tsx";
import {
  addSpan,
  isMarked,
  linesWithWords,
  type MarkLine,
  readSpans,
  removeSpan,
  type Span,
} from "./marks.ts";

const spanOf = ({ words }: MarkLine): Span => [words[0]?.from ?? 0, words.at(-1)?.to ?? 0];

/** Every word and every line's number is an option; the key says which place it stands for. */
const optionsOf = (lines: readonly MarkLine[]): ReadonlyMap<string, Span> =>
  new Map(
    lines.flatMap((line): [string, Span][] => [
      [`line ${line.number}`, spanOf(line)],
      ...line.words.map(({ from, to }): [string, Span] => [`word ${from}`, [from, to]]),
    ]),
  );

const markedKeys = (lines: readonly MarkLine[], spans: readonly Span[]): ReadonlySet<string> =>
  new Set(
    lines.flatMap(({ number, words }) => {
      const marked = words
        .filter((word) => isMarked(spans, word))
        .map(({ from }) => `word ${from}`);
      return marked.length === words.length ? [`line ${number}`, ...marked] : marked;
    }),
  );

const Chosen = ({ spans, text }: { readonly spans: readonly Span[]; readonly text: string }) => (
  <p className="asked-help" role="status">
    {spans.length === 0
      ? "Nothing is marked yet."
      : `${spans.length} ${spans.length === 1 ? "piece is" : "pieces are"} marked, ${spans.reduce(
          (sum, [from, to]) => sum + text.slice(from, to).length,
          0,
        )} characters.`}
  </p>
);

/** From one span to another, whichever stands first. */
const across = ([a, b]: Span, [c, d]: Span): Span => [Math.min(a, c), Math.max(b, d)];

/** Words to mark: press one, or the number of a line for all of it; with Shift from the last one to this one. */
export const MarkAsked = ({ asked, name, value, onValue, isLocked }: AskedProps<"mark">) => {
  const { text } = asked;
  const lines = useMemo(() => linesWithWords(text), [text]);
  const options = useMemo(() => optionsOf(lines), [lines]);
  const spans = readSpans(value);
  const keys = markedKeys(lines, spans);
  const last = useRef<Span | null>(null);
  const press = (key: string, isRange: boolean) => {
    const span = options.get(key);
    if (span === undefined) return;
    const next =
      isRange && last.current
        ? addSpan(spans, across(last.current, span), text)
        : keys.has(key)
          ? removeSpan(spans, span, text)
          : addSpan(spans, span, text);
    last.current = span;
    onValue(next.map(([from, to]) => [from, to]));
  };
  return (
    <>
      <AskText text={asked.ask} />
      {isLocked ? null : (
        <p className="asked-help">
          Press a word to mark it, the number of a line to mark all of it. With Shift: all from the
          last one to this one.
        </p>
      )}
      <CodeFrame title={asked.title} language={asked.language}>
        <MarkList
          label={`${name}: ${asked.title}`}
          lines={lines}
          marked={keys}
          onPress={press}
          isLocked={isLocked}
        />
      </CodeFrame>
      <Chosen spans={spans} text={text} />
    </>
  );
};
