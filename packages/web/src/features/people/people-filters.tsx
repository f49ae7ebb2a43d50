import { roles } from "@checkride/rules/person";
import { useCallback } from "react";
import { FilterBar } from "../../design/filter-bar.tsx";
import { SearchField } from "../../design/search-field.tsx";
import { Select } from "../../design/select.tsx";
import { standingLook } from "../../design/standing-words.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { peopleQuery, stateFilters, statuses } from "./people-query.ts";
import { roleWords, statusWords, tierWords } from "./person-words.ts";

export type CertificateChoice = { readonly certificate: string; readonly title: string };

type Option = { readonly value: string; readonly label: string };

const any = (label: string): Option => ({ value: "", label });

const roleOptions = [
  any("Any role"),
  ...roles.map((role) => ({ value: role, label: roleWords[role] })),
];
const tierOptions = [
  any("Any tier"),
  ...Object.entries(tierWords).map(([value, label]) => ({ value, label })),
];
const statusOptions = [
  any("Any status"),
  ...statuses.map((status) => ({ value: status, label: statusWords[status] })),
];
const stateOptions = [
  any("Any standing"),
  ...stateFilters.map((state) => ({
    value: state,
    label: state === "overdue" ? "Overdue" : standingLook(state).word,
  })),
];

/** An address may name a team that is gone: it stays choosable, or the select would show something else. */
const withChosen = (options: readonly Option[], chosen: string): readonly Option[] =>
  options.some(({ value }) => value === chosen)
    ? options
    : [...options, { value: chosen, label: chosen }];

type PeopleFiltersProps = {
  readonly certificates: readonly CertificateChoice[];
  readonly teams: readonly string[];
};

export const PeopleFilters = ({ certificates, teams }: PeopleFiltersProps) => {
  const [params, change] = useSearchParams();
  const query = peopleQuery(params);
  const onSearch = useCallback((search: string) => change({ search }), [change]);
  const clear = () => change(Object.fromEntries(Object.keys(query).map((key) => [key, undefined])));
  const teamOptions = [any("Any team"), ...teams.map((team) => ({ value: team, label: team }))];
  const certificateOptions = [
    any("Any certificate"),
    ...certificates.map(({ certificate, title }) => ({ value: certificate, label: title })),
  ];
  const select = (label: string, key: keyof typeof query, options: readonly Option[]) => {
    const value = String(query[key] ?? "");
    return (
      <Select
        label={label}
        value={value}
        options={withChosen(options, value)}
        onChange={(chosen) => change({ [key]: chosen })}
      />
    );
  };
  return (
    <FilterBar label="people" onClear={Object.keys(query).length > 0 ? clear : null}>
      <SearchField
        label="Search"
        value={query.search ?? ""}
        onSettled={onSearch}
        placeholder="Name or e-mail address"
      />
      {select("Team", "team", teamOptions)}
      {select("Certificate", "certificate", certificateOptions)}
      {select("Standing", "state", stateOptions)}
      {select("Role", "role", roleOptions)}
      {select("Tier", "tier", tierOptions)}
      {select("Status", "status", statusOptions)}
    </FilterBar>
  );
};
