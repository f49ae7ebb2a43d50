import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useEffect,
  useRef,
} from "react";
import { keyed } from "../../../design/keyed.ts";
import { optionAfterKey } from "./mark-keys.ts";
import type { MarkLine, Word } from "./marks.ts";

type OptionProps = {
  readonly id: string;
  readonly className: string;
  readonly isMarked: boolean;
  readonly children: ReactNode;
};

const Option = ({ id, className, isMarked, children }: OptionProps) => (
  <span
    role="option"
    className={className}
    data-key={id}
    data-selected={isMarked || undefined}
    aria-selected={isMarked}
    tabIndex={-1}
  >
    {children}
  </span>
);

/** Drawn again only where its own mark changes: a text has hundreds of them. */
const WordOption = memo(
  ({ word, isMarked }: { readonly word: Word; readonly isMarked: boolean }) => (
    <Option id={`word ${word.from}`} className="mark-word" isMarked={isMarked}>
      <span>{word.gap}</span>
      <b>{word.text}</b>
    </Option>
  ),
);

const Line = ({
  line: { number, words },
  marked,
}: {
  readonly line: MarkLine;
  readonly marked: ReadonlySet<string>;
}) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
  <div role="group" className="mark-line" aria-label={`Line ${number}`}>
    <Option id={`line ${number}`} className="mark-number" isMarked={marked.has(`line ${number}`)}>
      {number}
    </Option>
    {words.map((word) => (
      <WordOption key={word.from} word={word} isMarked={marked.has(`word ${word.from}`)} />
    ))}
  </div>
);

type MarkListProps = {
  readonly label: string;
  readonly lines: readonly MarkLine[];
  /** By keys: `line 3`, `word 57`. */
  readonly marked: ReadonlySet<string>;
  readonly onPress: (key: string, isRange: boolean) => void;
  readonly isLocked: boolean;
};

const optionOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[role=option]") : null;

/** One Tab stop; arrow keys go from word to word and from line to line. */
export const MarkList = ({ label, lines, marked, onPress, isLocked }: MarkListProps) => {
  const list = useRef<HTMLDivElement>(null);
  const shown = lines.filter(({ words }) => words.length > 0);
  const options = () => [...(list.current?.querySelectorAll<HTMLElement>("[role=option]") ?? [])];
  const isEmpty = shown.length === 0;
  useEffect(() => {
    const first = isEmpty ? null : list.current?.querySelector<HTMLElement>("[role=option]");
    if (first) first.tabIndex = 0;
  }, [isEmpty]);
  const press = (target: EventTarget, isRange: boolean) => {
    const key = optionOf(target)?.dataset["key"];
    if (key !== undefined && !isLocked) onPress(key, isRange);
  };
  const onFocus = ({ target }: FocusEvent) => {
    for (const option of options()) option.tabIndex = option === target ? 0 : -1;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      press(event.target, event.shiftKey);
      return;
    }
    const all = options();
    const at = all.findIndex((option) => option.matches(":focus"));
    const rows = shown.map(({ words }) => words.length + 1);
    const next = at < 0 ? null : optionAfterKey(rows, at, event.key);
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-readonly={isLocked || undefined}
      className="mark"
      onClick={({ target, shiftKey }) => press(target, shiftKey)}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      {keyed(shown).map(({ key, value: line }) => (
        <Line key={key} line={line} marked={marked} />
      ))}
    </div>
  );
};
