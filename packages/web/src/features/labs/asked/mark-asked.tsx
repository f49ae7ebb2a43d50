import { type RefObject, useEffect, useMemo, useRef } from "react";
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

/** Whether Shift is held at the press that is being handled. */
const useShift = (list: RefObject<HTMLDivElement | null>): RefObject<boolean> => {
  const isHeld = useRef(false);
  useEffect(() => {
    const element = list.current;
    const note = ({ shiftKey }: KeyboardEvent | PointerEvent) => {
      isHeld.current = shiftKey;
    };
    element?.addEventListener("pointerdown", note, { capture: true });
    element?.addEventListener("keydown", note, { capture: true });
    return () => {
      element?.removeEventListener("pointerdown", note, { capture: true });
      element?.removeEventListener("keydown", note, { capture: true });
    };
  }, [list]);
  return isHeld;
};

/** From one span to another, whichever stands first. */
const across = ([a, b]: Span, [c, d]: Span): Span => [Math.min(a, c), Math.max(b, d)];

/** Words to mark: press one, or the number of a line for all of it; with Shift from the last one to this one. */
export const MarkAsked = ({ asked, name, value, onValue, isLocked }: AskedProps<"mark">) => {
  const { text } = asked;
  const lines = useMemo(() => linesWithWords(text), [text]);
  const options = useMemo(() => optionsOf(lines), [lines]);
  const spans = readSpans(value);
  const keys = markedKeys(lines, spans);
  const list = useRef<HTMLDivElement>(null);
  const isShift = useShift(list);
  const last = useRef<Span | null>(null);
  const press = (span: Span, isAdded: boolean): readonly Span[] => {
    if (isShift.current && last.current) return addSpan(spans, across(last.current, span), text);
    return isAdded ? addSpan(spans, span, text) : removeSpan(spans, span, text);
  };
  const change = (selection: Selection) => {
    // All at once, by Ctrl and A, is no press.
    if (selection === "all") return;
    const pressed = [...options].find(([key]) => selection.has(key) !== keys.has(key));
    if (!pressed) return;
    const [key, span] = pressed;
    onValue(press(span, selection.has(key)).map(([from, to]) => [from, to]));
    last.current = span;
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
          ref={list}
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
