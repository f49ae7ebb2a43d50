import type { TaxonomyView } from "@checkride/api/coverage";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { Button } from "../../design/button.tsx";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { Empty } from "../../design/empty.tsx";
import { FilterBar } from "../../design/filter-bar.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { SearchField } from "../../design/search-field.tsx";
import { Section } from "../../design/section.tsx";
import { Select } from "../../design/select.tsx";
import { queryClient, useAct, useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { useSession } from "../../shell/session.tsx";
import { CoverageBar, CoverageLegend } from "./coverage-bar.tsx";
import { fitting, stateLooks, states, taxonomySentence } from "./coverage-words.ts";
import { ThreatTable } from "./threat-table.tsx";
import "./coverage.css";

const RemoveLoaded = ({ view }: { readonly view: TaxonomyView }) => {
  const [isOpen, setOpen] = useState(false);
  const remove = useAct("DELETE /api/taxonomies/{taxonomy}");
  const navigate = useNavigate();
  const confirm = async () => {
    const removed = await remove.act({ params: { taxonomy: view.id } });
    if (!removed.ok) return;
    // Not asked for again from here: this list is no longer there.
    queryClient.removeQueries({ queryKey: ["GET /api/coverage"] });
    await navigate({ to: "/coverage" });
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>Take this list away</Button>
      <ConfirmDialog
        title={`Take ${view.taxonomy} ${view.version} away?`}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={() => void confirm()}
        confirmLabel="Take it away"
        isPending={remove.isPending}
        problem={remove.problem}
      >
        <p>The edition that came with the product is shown again. No evidence is lost.</p>
      </ConfirmDialog>
    </>
  );
};

const stateOptions = [
  { value: "", label: "All states" },
  ...states.map((state) => ({ value: state, label: stateLooks[state].word })),
];

const Threats = ({ view }: { readonly view: TaxonomyView }) => {
  const [{ search = "", state = "" }, change] = useSearchParams();
  const setSearch = useCallback((text: string) => change({ search: text || undefined }), [change]);
  const rows = fitting(view.threats, { search, state });
  const isFiltered = search !== "" || state !== "";
  return (
    <Section title="Entries" aside={isFiltered ? `${rows.length} of ${view.threats.length}` : null}>
      <FilterBar
        label="entries"
        onClear={isFiltered ? () => change({ search: undefined, state: undefined }) : null}
      >
        <SearchField label="Search by id or name" value={search} onSettled={setSearch} />
        <Select
          label="State"
          value={state}
          options={stateOptions}
          onChange={(value) => change({ state: value || undefined })}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <Empty title="No entry fits." />
      ) : (
        <ThreatTable caption={`Entries of ${view.taxonomy}`} rows={rows} />
      )}
    </Section>
  );
};

const Taxonomy = ({ view }: { readonly view: TaxonomyView }) => {
  const { can } = useSession();
  return (
    <Page
      kicker={
        <>
          <Link to="/coverage">Threat coverage</Link> · {view.taxonomy} {view.version}
          {view.released ? ` of ${view.released}` : ""}
        </>
      }
      sentence={taxonomySentence(view)}
      sub={
        <>
          {view.source ? (
            <a href={view.source} rel="noreferrer" target="_blank">
              Its source
              <span className="hidden-visually"> (opens in a new tab)</span>
            </a>
          ) : null}
          {view.license ? `, ${view.license}. ` : " "}
          {view.countedAt ? (
            <>
              People counted <Moment as="minute" at={view.countedAt} />; under five exposed none are
              counted.
            </>
          ) : null}
        </>
      }
      actions={view.loadedAt && can("content:write") ? <RemoveLoaded view={view} /> : null}
    >
      <div className="coverage-whole">
        <CoverageBar counts={view.counts} />
        <CoverageLegend counts={view.counts} />
      </div>
      <Threats view={view} />
    </Page>
  );
};

export const TaxonomyPage = ({ taxonomyId }: { readonly taxonomyId: string }) => {
  const view = useQueryAnswer("GET /api/coverage/{taxonomy}", { params: { taxonomy: taxonomyId } });
  if (view.value) return <Taxonomy view={view.value} />;
  return view.problem ? (
    <Page kicker="Threat coverage" sentence="This list cannot be shown.">
      <ProblemNote problem={view.problem} onRetry={view.retry} />
    </Page>
  ) : (
    <Loading what="the list" lines={8} />
  );
};
