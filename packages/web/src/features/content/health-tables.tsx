import type { ContentFault, ContentHealth, ReviewedPiece } from "@checkride/api/content";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Pill } from "../../design/pill.tsx";
import { TickText } from "../../design/tick-text.tsx";
import { placeText, servesWords } from "./content-words.ts";

const faultColumns: readonly Column<ContentFault>[] = [
  {
    key: "place",
    title: "Where",
    isRowHeader: true,
    cell: (fault) => (
      <>
        <span className="mono content-place">{placeText(fault)}</span>
        <span className="content-more">
          {fault.folder === "own" ? "your folder" : "shipped"} · {servesWords[fault.serves]}
        </span>
      </>
    ),
  },
  {
    key: "severity",
    title: "Kind",
    cell: ({ severity }) =>
      severity === "error" ? (
        <Pill tone="lapsed" glyph="▲">
          error
        </Pill>
      ) : (
        <Pill tone="due" glyph="◔">
          warning
        </Pill>
      ),
  },
  {
    key: "says",
    title: "What is wrong, and the cure",
    cell: ({ says, cure }) => (
      <>
        <TickText text={says} />
        {cure ? (
          <span className="content-cure">
            <TickText text={cure} />
          </span>
        ) : null}
      </>
    ),
  },
];

export const FaultTable = ({ faults }: { readonly faults: readonly ContentFault[] }) => (
  <DataTable
    caption="Faults of the content"
    columns={faultColumns}
    rows={faults}
    keyOf={(fault) => `${fault.folder} ${placeText(fault)} ${fault.says}`}
  />
);

const reviewLooks = {
  stale: { tone: "lapsed", glyph: "▲", word: "overdue" },
  soon: { tone: "due", glyph: "◔", word: "soon" },
  fresh: { tone: "current", glyph: "●", word: "fresh" },
} as const;

const reviewColumns: readonly Column<ReviewedPiece>[] = [
  {
    key: "title",
    title: "What",
    isRowHeader: true,
    cell: ({ title, kind, id }) => (
      <>
        {title}
        <span className="content-more">
          {kind} <span className="mono">{id}</span>
        </span>
      </>
    ),
  },
  { key: "owner", title: "Owner", cell: ({ owner }) => owner ?? "—" },
  {
    key: "reviewed",
    title: "Reviewed",
    cell: ({ reviewed }) => <span className="mono">{reviewed}</span>,
  },
  {
    key: "state",
    title: "Review",
    cell: ({ state }) => (
      <Pill tone={reviewLooks[state].tone} glyph={reviewLooks[state].glyph}>
        {reviewLooks[state].word}
      </Pill>
    ),
  },
  {
    key: "by",
    title: "By",
    align: "end",
    cell: ({ reviewBy }) => <span className="mono">{reviewBy}</span>,
  },
];

export const ReviewTable = ({ reviews }: { readonly reviews: readonly ReviewedPiece[] }) => (
  <DataTable
    caption="What is to be reviewed"
    columns={reviewColumns}
    rows={reviews}
    keyOf={({ kind, id }) => `${kind} ${id}`}
  />
);

type ModuleFeedback = ContentHealth["feedback"][number];

const feedbackColumns: readonly Column<ModuleFeedback>[] = [
  {
    key: "title",
    title: "Module",
    isRowHeader: true,
    cell: ({ module, title }) => (
      <Link to="/feedback" search={{ module, state: "open" }}>
        {title}
      </Link>
    ),
  },
  { key: "owner", title: "Owner", cell: ({ owner }) => owner ?? "—" },
  { key: "open", title: "Open", align: "end", cell: ({ open }) => open },
];

export const FeedbackTable = ({ feedback }: { readonly feedback: readonly ModuleFeedback[] }) => (
  <DataTable
    caption="Modules with open feedback"
    columns={feedbackColumns}
    rows={feedback}
    keyOf={({ module }) => module}
  />
);
