import { useMemo } from "react";
import {
  ListBox,
  ListBoxItem,
  ListBoxSection,
  type Selection,
} from "react-aria-components/ListBox";
import { CodeFrame } from "../../../design/code-view.tsx";
import { keyed } from "../../../design/keyed.ts";
import { AskText } from "./ask-text.tsx";
import type { AskedProps } from "./asked-kind.ts";
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

const Line = ({ line, spans }: { readonly line: MarkLine; readonly spans: readonly Span[] }) =>
  line.words.length === 0 ? null : (
    <ListBoxSection
      id={`section ${line.number}`}
      className="mark-line"
      aria-label={`Line ${line.number}`}
    >
      <ListBoxItem
        id={`line ${line.number}`}
        className="mark-number"
        textValue={`Line ${line.number}`}
      >
        {line.number}
      </ListBoxItem>
      {line.words.map((word) => (
        <ListBoxItem
          key={word.from}
          id={`word ${word.from}`}
          className="mark-word"
          textValue={word.text}
        >
          <span data-joined={spans.some(([a, b]) => a < word.from && word.to <= b) || undefined}>
            {word.gap}
          </span>
          <b>{word.text}</b>
        </ListBoxItem>
      ))}
    </ListBoxSection>
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

/** Words to mark: press one, or the number of a line for all of it; with Shift from the last one to this one. */
export const MarkAsked = ({ asked, name, value, onValue, isLocked }: AskedProps<"mark">) => {
  const { text } = asked;
  const lines = useMemo(() => linesWithWords(text), [text]);
  const options = useMemo(() => optionsOf(lines), [lines]);
  const spans = readSpans(value);
  const keys = markedKeys(lines, spans);
  const change = (selection: Selection) => {
    const wanted = selection === "all" ? new Set(options.keys()) : selection;
    let next = spans;
    for (const [key, span] of options) {
      if (wanted.has(key) && !keys.has(key)) next = addSpan(next, span, text);
      if (!wanted.has(key) && keys.has(key)) next = removeSpan(next, span, text);
    }
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
        <ListBox
          aria-label={`${name}: ${asked.title}`}
          className="mark"
          layout="grid"
          selectionMode={isLocked ? "none" : "multiple"}
          selectedKeys={keys}
          onSelectionChange={change}
          escapeKeyBehavior="none"
        >
          {keyed(lines).map(({ key, value: line }) => (
            <Line key={key} line={line} spans={spans} />
          ))}
        </ListBox>
      </CodeFrame>
      <Chosen spans={spans} text={text} />
    </>
  );
};
