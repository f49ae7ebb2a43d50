import type { Paper } from "@checkride/rules/labs/board";
import { useState } from "react";
import { CodeView } from "../../../design/code-view.tsx";
import { TextField } from "../../../design/text-field.tsx";
import { foundText, linesWith } from "./board-words.ts";

type PaperListProps = {
  readonly papers: readonly Paper[];
  readonly opened: string | null;
  /** By ids, as they read when they were looked at. */
  readonly seen: ReadonlyMap<string, string>;
  readonly onOpen: (paper: string) => void;
};

/** Everything that can be read, at any time and for nothing. */
export const PaperList = ({ papers, opened, seen, onOpen }: PaperListProps) => {
  const paper = papers.find(({ id }) => id === opened) ?? papers[0];
  return (
    <div className="board-papers">
      <ul aria-label="Papers">
        {papers.map(({ id, title, text }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === paper?.id ? "true" : undefined}
              onClick={() => onOpen(id)}
            >
              {title} {id === paper?.id ? null : <News seen={seen.get(id)} text={text} />}
            </button>
          </li>
        ))}
      </ul>
      {paper === undefined ? null : <OpenPaper key={paper.id} paper={paper} />}
    </div>
  );
};

const News = ({ seen, text }: { readonly seen: string | undefined; readonly text: string }) =>
  seen === text ? null : (
    <span className="board-new">{seen === undefined ? "new" : "changed"}</span>
  );

const OpenPaper = ({ paper: { title, language, text } }: { readonly paper: Paper }) => {
  const [words, setWords] = useState("");
  const found = linesWith(text, words);
  return (
    <>
      <TextField
        label={`Show only the lines of ${title} with`}
        type="search"
        value={words}
        onChange={setWords}
      />
      <p className="board-found" role="status">
        {foundText(words, found)}
      </p>
      <CodeView title={title} language={language} text={found.text} />
    </>
  );
};
