import type { CaseCard } from "@checkride/api/curriculum";
import { Link } from "@tanstack/react-router";
import { useCallback } from "react";
import { Empty } from "../../design/empty.tsx";
import { FilterBar } from "../../design/filter-bar.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { SearchField } from "../../design/search-field.tsx";
import { Select } from "../../design/select.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import "./words.css";

const withAll = (all: string, values: readonly string[]) => [
  { value: "", label: all },
  ...values.map((value) => ({ value, label: value })),
];

const Case = ({ one }: { readonly one: CaseCard }) => (
  <li>
    <p className="case-when">
      <span className="mono">{one.happened}</span> · {one.organisation} · {one.sector}
      {one.answered ? " · ● answered" : ""}
    </p>
    <h2>
      <Link to="/cases/$case" params={{ case: one.id }}>
        {one.title}
      </Link>
    </h2>
    <p className="case-risks mono">{one.risks.join(" · ")}</p>
  </li>
);

const sentenceOf = (count: number | null, isFiltered: boolean): string => {
  if (count === null) return "What has happened elsewhere.";
  if (isFiltered) return `${count} ${count === 1 ? "case fits" : "cases fit"} what you look for.`;
  return `${count} ${count === 1 ? "case" : "cases"} of what went wrong elsewhere, and what would have helped.`;
};

export const CasesPage = () => {
  const [{ search = "", sector = "", risk = "" }, change] = useSearchParams();
  const setSearch = useCallback((text: string) => change({ search: text || undefined }), [change]);
  const query = {
    ...(search ? { search } : {}),
    ...(sector ? { sector } : {}),
    ...(risk ? { risk } : {}),
  };
  const isFiltered = Object.keys(query).length > 0;
  const answer = useQueryAnswer("GET /api/cases", { query }, { keepPrevious: true });
  const found = answer.value;
  return (
    <Page
      kicker="Cases"
      sentence={sentenceOf(found?.cases.length ?? null, isFiltered)}
      sub="What is known, what is not, and one question each. Every fact names its source."
    >
      <FilterBar
        label="cases"
        onClear={
          isFiltered
            ? () => change({ search: undefined, sector: undefined, risk: undefined })
            : null
        }
      >
        <SearchField label="Search" value={search} onSettled={setSearch} />
        <Select
          label="Sector"
          value={sector}
          options={withAll("All sectors", found?.sectors ?? [])}
          onChange={(value) => change({ sector: value || undefined })}
        />
        <Select
          label="Risk"
          value={risk}
          options={withAll("All risks", found?.risks ?? [])}
          onChange={(value) => change({ risk: value || undefined })}
        />
      </FilterBar>
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the cases" lines={6} /> : null}
      {found?.cases.length === 0 ? (
        <Empty title={isFiltered ? "No case fits." : "No case is installed."} />
      ) : null}
      <ul className="cases">
        {(found?.cases ?? []).map((one) => (
          <Case key={one.id} one={one} />
        ))}
      </ul>
    </Page>
  );
};
