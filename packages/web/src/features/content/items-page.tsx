import type { ItemStatistic } from "@checkride/api/quizzes";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { FilterBar } from "../../design/filter-bar.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { Pill } from "../../design/pill.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Select } from "../../design/select.tsx";
import { ShareBar } from "../../design/share-bar.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { flagWords, itemsSentence } from "./content-words.ts";
import "./content.css";

const columns: readonly Column<ItemStatistic>[] = [
  {
    key: "item",
    title: "Question",
    isRowHeader: true,
    cell: ({ item, topic, form, level }) => (
      <>
        {topic}
        <span className="content-more">
          <span className="mono">{item}</span> · {form} · level {level}
        </span>
      </>
    ),
  },
  { key: "answers", title: "First answers", align: "end", cell: ({ answers }) => answers },
  {
    key: "facility",
    title: "Had it right (0–100 %)",
    cell: ({ facility }) => (facility === null ? "—" : <ShareBar share={facility} />),
  },
  {
    key: "discrimination",
    title: "Tells apart (−1 to 1)",
    align: "end",
    cell: ({ discrimination }) => (discrimination === null ? "—" : discrimination.toFixed(2)),
  },
  {
    key: "flags",
    title: "Stands out",
    cell: ({ flags }) =>
      flags.length === 0
        ? "—"
        : flags.map((flag) => (
            <Pill key={flag} tone="due" glyph="◔">
              {flagWords[flag]}
            </Pill>
          )),
  },
];

const options = [
  { value: "", label: "All questions" },
  { value: "flagged", label: "Those that stand out" },
  { value: "answered", label: "With enough answers" },
] as const;

const fits = (item: ItemStatistic, show: string): boolean =>
  show === "" || (show === "flagged" ? item.flags.length > 0 : item.facility !== null);

export const ItemsPage = () => {
  const [{ show = "" }, change] = useSearchParams();
  const answer = useQueryAnswer("GET /api/items", {});
  const { value } = answer;
  const rows = (value?.items ?? []).filter((item) => fits(item, show));
  return (
    <Page
      kicker={
        <>
          <Link to="/content">Content health</Link> · Questions
        </>
      }
      sentence={value ? itemsSentence(value.flagged, value.items.length) : "The questions."}
      sub={
        value
          ? `Worked out from first answers, from ${value.answersMin} on. A good question is had right by some and not by others, and more often by those who know more.`
          : null
      }
    >
      <FilterBar label="questions" onClear={show ? () => change({ show: undefined }) : null}>
        <Select
          label="Show"
          value={options.find((option) => option.value === show)?.value ?? ""}
          options={options}
          onChange={(chosen) => change({ show: chosen || undefined })}
        />
      </FilterBar>
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the questions" lines={8} /> : null}
      {rows.length > 0 ? (
        <DataTable
          caption="Questions with what their answers say"
          columns={columns}
          rows={rows}
          keyOf={({ item }) => item}
        />
      ) : null}
      {value && rows.length === 0 ? <p className="content-nothing muted">None so far.</p> : null}
    </Page>
  );
};
