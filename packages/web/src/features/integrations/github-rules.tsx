import type { CheckRule, DeploymentRule } from "@checkride/api/github-apps";
import type { Problem } from "@checkride/api/problems";
import { faultOf } from "../../design/problem-words.ts";
import { TextField } from "../../design/text-field.tsx";
import { GateChoice } from "./gate-choice.tsx";
import { RowList } from "./row-list.tsx";

export type GithubRules = {
  readonly checks: readonly CheckRule[];
  readonly deployments: readonly DeploymentRule[];
};

type GithubRulesProps = {
  readonly rules: GithubRules;
  readonly onChange: (rules: GithubRules) => void;
  readonly problem: Problem | null;
};

const RepositoriesField = ({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => (
  <TextField
    label="Repositories"
    value={value}
    onChange={onChange}
    autoComplete="off"
    placeholder="owner/name, owner/* or *"
  />
);

/** Which gates are asked where: each one that fits. */
export const GithubRuleFields = ({ rules, onChange, problem }: GithubRulesProps) => (
  <>
    <RowList
      legend="Pull requests"
      addLabel="Add a rule for pull requests"
      one="rule"
      rows={rules.checks}
      blank={{ repositories: "", gate: "" }}
      onChange={(checks) => onChange({ ...rules, checks: [...checks] })}
      error={faultOf(problem, "checks")}
    >
      {({ repositories, gate }, change) => (
        <>
          <RepositoriesField
            value={repositories}
            onChange={(value) => change({ repositories: value })}
          />
          <GateChoice gate={gate} onChange={(value) => change({ gate: value })} />
        </>
      )}
    </RowList>
    <RowList
      legend="Deployments"
      addLabel="Add a rule for deployments"
      one="rule"
      rows={rules.deployments}
      blank={{ repositories: "", environment: "", gate: "" }}
      onChange={(deployments) => onChange({ ...rules, deployments: [...deployments] })}
      error={faultOf(problem, "deployments")}
    >
      {({ repositories, environment, gate }, change) => (
        <>
          <RepositoriesField
            value={repositories}
            onChange={(value) => change({ repositories: value })}
          />
          <TextField
            label="Environment"
            value={environment}
            onChange={(value) => change({ environment: value })}
            autoComplete="off"
            placeholder="production"
          />
          <GateChoice gate={gate} onChange={(value) => change({ gate: value })} />
        </>
      )}
    </RowList>
  </>
);

export const bodyOfRules = ({ checks, deployments }: GithubRules) => ({
  checks: [...checks],
  deployments: [...deployments],
});
