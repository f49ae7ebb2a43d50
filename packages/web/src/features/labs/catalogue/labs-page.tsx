import type { LabCard } from "@checkride/api/labs";
import { useCallback } from "react";
import { Empty } from "../../../design/empty.tsx";
import { FilterBar } from "../../../design/filter-bar.tsx";
import { LinkButton } from "../../../design/link-button.tsx";
import { Loading } from "../../../design/loading.tsx";
import { Page } from "../../../design/page.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { SearchField } from "../../../design/search-field.tsx";
import { Select } from "../../../design/select.tsx";
import { useQueryAnswer } from "../../../shell/query.ts";
import { useSearchParams } from "../../../shell/search-params.ts";
import { useSession } from "../../../shell/session.tsx";
import { kindWords, labsSentence, stateLooks } from "../lab-words.ts";
import { filterLabs } from "./lab-filters.ts";
import { LabList } from "./lab-list.tsx";

const stateOptions = [
  { value: "", label: "All" },
  ...Object.entries(stateLooks).map(([value, { word }]) => ({ value, label: word })),
  { value: "away", label: "not yet installed" },
];

const difficulties = ["easy", "medium", "hard", "expert"];

const optionsOf = (all: string, values: readonly string[], words: (value: string) => string) => [
  { value: "", label: all },
  ...values.map((value) => ({ value, label: words(value) })),
];

const kindsOf = (labs: readonly LabCard[]): readonly string[] =>
  [...new Set(labs.map(({ kind }) => kind))].toSorted((a, b) =>
    kindWords(a).localeCompare(kindWords(b)),
  );

const noFilter = { search: undefined, kind: undefined, state: undefined, difficulty: undefined };

const Labs = ({ labs }: { readonly labs: readonly LabCard[] }) => {
  const [{ search = "", kind = "", state = "", difficulty = "" }, change] = useSearchParams();
  const setSearch = useCallback((text: string) => change({ search: text || undefined }), [change]);
  const isFiltered = `${search}${kind}${state}${difficulty}` !== "";
  const shown = filterLabs(labs, { search, kind, state, difficulty });
  return (
    <>
      <FilterBar label="labs" onClear={isFiltered ? () => change(noFilter) : null}>
        <SearchField label="Search" value={search} onSettled={setSearch} />
        <Select
          label="Kind"
          value={kind}
          options={optionsOf("All kinds", kindsOf(labs), kindWords)}
          onChange={(value) => change({ kind: value || undefined })}
        />
        <Select
          label="State"
          value={state}
          options={stateOptions}
          onChange={(value) => change({ state: value || undefined })}
        />
        <Select
          label="Difficulty"
          value={difficulty}
          options={optionsOf("All", difficulties, (value) => value)}
          onChange={(value) => change({ difficulty: value || undefined })}
        />
      </FilterBar>
      <p className="hidden-visually" role="status">
        {isFiltered ? `${shown.length} of ${labs.length} labs` : ""}
      </p>
      {shown.length === 0 ? <Empty title="No lab fits." /> : <LabList labs={shown} />}
    </>
  );
};

/** Every lab of the curriculum, also those that are not installed here. */
export const LabsPage = () => {
  const { can } = useSession();
  const answer = useQueryAnswer("GET /api/labs", {});
  const labs = answer.value?.labs ?? null;
  return (
    <Page
      kicker="Labs"
      sentence={labs === null ? "The labs." : labsSentence(labs)}
      sub="A lab is passed by what you do: code that holds, decisions that hold. Nobody is asked to sit through one."
      actions={
        can("labs:look") ? (
          <LinkButton to="/labs/likenesses">Labs that look alike</LinkButton>
        ) : null
      }
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the labs" lines={8} /> : null}
      {labs === null ? null : <Labs labs={labs} />}
    </Page>
  );
};
