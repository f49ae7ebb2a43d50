import type { LabWorkspace } from "@checkride/api/labs";
import type { Board } from "@checkride/rules/labs/board";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../../design/button.tsx";
import { Notice } from "../../../design/notice.tsx";
import { Tabs } from "../../../design/tabs.tsx";
import { BoardHead } from "./board-head.tsx";
import { newestEntries } from "./board-words.ts";
import { EntryList } from "./entry-list.tsx";
import { MoveList, type Prepared } from "./move-list.tsx";
import { PaperList } from "./paper-list.tsx";
import { useMove } from "./use-move.ts";
import "./board.css";

type BoardPaneProps = {
  readonly workspace: LabWorkspace;
  readonly board: Board;
  /** To be read, not to be led on. */
  readonly isLocked: boolean;
  /** Hands in the run; only once it is over. */
  readonly onSubmit: () => void;
};

type TabKey = "moves" | "papers" | "timeline";

/** An incident: how things stand, what there is to read, and what can be done. */
export const BoardPane = ({ workspace, board, isLocked, onSubmit }: BoardPaneProps) => {
  const { make, isPending, problem } = useMove(workspace);
  const [tab, setTab] = useState<TabKey>("moves");
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const papers = usePapers(board);
  const newest = useFocusOnNews(workspace.moves);
  const makeMove = async (next: Prepared) => {
    const made = await make(next);
    if (made !== null) setPrepared(null);
  };
  const moves = (
    <MoveList
      moves={board.moves}
      prepared={prepared}
      onPrepare={setPrepared}
      onMake={(next) => void makeMove(next)}
      isPending={isPending}
      problem={problem}
    />
  );
  const timeline = <EntryList begins={board.begins} entries={board.entries} label="Timeline" />;
  const tabs = [
    { key: "moves", title: `What you can do (${board.moves.length})`, content: moves },
    { key: "papers", title: `Papers (${board.papers.length})`, content: <PaperList {...papers} /> },
    { key: "timeline", title: `Timeline (${board.entries.length})`, content: timeline },
  ] as const;
  return (
    <div className="board">
      <BoardHead board={board} />
      <section
        className="board-newest"
        ref={newest}
        tabIndex={-1}
        aria-label={workspace.moves === 0 ? "How it begins" : "Since your last move"}
      >
        <EntryList begins={board.begins} entries={newestEntries(board.entries)} label="Newest" />
      </section>
      {board.ended && !isLocked ? <Ended onSubmit={onSubmit} /> : null}
      <Tabs
        label="Incident"
        tabs={board.ended || isLocked ? tabs.slice(1) : tabs}
        selected={(board.ended || isLocked) && tab === "moves" ? "timeline" : tab}
        onSelect={setTab}
      />
    </div>
  );
};

const Ended = ({ onSubmit }: { readonly onSubmit: () => void }) => (
  <Notice
    title="The incident is over."
    actions={
      <Button variant="go" onPress={onSubmit}>
        Submit the run
      </Button>
    }
  >
    It is judged as it was led. There is one run for each variant.
  </Notice>
);

/** Which paper lies on top, and how those read that were looked at. */
const usePapers = ({ papers }: Board) => {
  const [opened, setOpened] = useState<string | null>(null);
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map());
  const onOpen = (paper: string) => {
    const looked = [opened ?? papers[0]?.id, paper];
    setOpened(paper);
    setSeen(
      (before) =>
        new Map([
          ...before,
          ...papers
            .filter(({ id }) => looked.includes(id))
            .map(({ id, text }): [string, string] => [id, text]),
        ]),
    );
  };
  return { papers, opened, seen, onOpen };
};

/** After a move: the button that made it is gone, and what came of it is what matters. */
const useFocusOnNews = (moves: number) => {
  const news = useRef<HTMLElement>(null);
  const told = useRef(moves);
  useEffect(() => {
    if (moves === told.current) return;
    told.current = moves;
    news.current?.focus();
  }, [moves]);
  return news;
};
