import type { Board, BoardEntry } from "@checkride/rules/labs/board";
import { timeOfDay } from "@checkride/rules/labs/time-of-day";
import type { ReactNode } from "react";
import { keyed } from "../../../design/keyed.ts";

type EntryListProps = {
  readonly begins: Board["begins"];
  readonly entries: readonly BoardEntry[];
  readonly label: string;
  /** What is said beneath an entry. */
  readonly note?: (entry: BoardEntry) => ReactNode;
};

export const EntryList = ({ begins, entries, label, note }: EntryListProps) => (
  <ol className="board-entries" aria-label={label}>
    {keyed(entries).map(({ key, value: entry }) => (
      <li key={key} data-kind={entry.kind}>
        <time>{timeOfDay(begins, entry.minute)}</time>
        <div>
          <p className="board-from">{entry.from}</p>
          <p className="board-text">{entry.text}</p>
          {note?.(entry)}
        </div>
      </li>
    ))}
  </ol>
);
