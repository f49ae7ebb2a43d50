import type { LabWorkspace } from "@checkride/api/labs";
import type { Board, MadeMove } from "@checkride/rules/labs/board";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../../design/button.tsx";
import { Notice } from "../../../design/notice.tsx";
import { Tabs } from "../../../design/tabs.tsx";
import { BoardHead } from "./board-head.tsx";
import { newestEntries } from "./board-words.ts";
import { EntryList } from "./entry-list.tsx";
import { MoveList } from "./move-list.tsx";
import { PaperList } from "./paper-list.tsx";
import { withoutMove } from "./prepared.ts";
import { useMove } from "./use-move.ts";
import { usePrepared } from "./use-prepared.ts";
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
  const [prepared, prepare] = usePrepared(workspace.id);
  const papers = usePapers(board);
  const [newest, expectNews] = useFocusOnNews(workspace.moves);
  const makeMove = async (next: MadeMove) => {
    expectNews(true);
    const made = await make(next);
    if (made === null) expectNews(false);
    else prepare((before) => withoutMove(before, next.move));
  };
  const moves = (
    <MoveList
      moves={board.moves}
      prepared={prepared}
      onPrepare={prepare}
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
        aria-label={workspace.moves === 0 ? "How it begins" : "Since the last move"}
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

/**
 * After one's own move: the button that made it is gone, and what came of it is what matters. A partner's move takes
 * nobody away from where they are.
 */
const useFocusOnNews = (moves: number) => {
  const news = useRef<HTMLElement>(null);
  const isExpected = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a board is another one with each move
  useEffect(() => {
    if (!isExpected.current) return;
    isExpected.current = false;
    news.current?.focus();
  }, [moves]);
  const expect = (isMine: boolean) => {
    isExpected.current = isMine;
  };
  return [news, expect] as const;
};
