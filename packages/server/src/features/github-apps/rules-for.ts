import type { CheckRule, DeploymentRule } from "@checkride/api/github-apps";

/** GitHub's names of owners and repositories know no difference between small and capital letters. */
const fits = (pattern: string, repository: string): boolean => {
  const [want, have] = [pattern.toLowerCase(), repository.toLowerCase()];
  return (
    want === "*" || want === have || (want.endsWith("/*") && have.startsWith(want.slice(0, -1)))
  );
};

const fitsName = (pattern: string, name: string): boolean =>
  pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

const unique = (gates: readonly string[]): readonly string[] => [...new Set(gates)];

/** Each gate that is asked for a pull request of this repository. */
export const gatesOfChange = (rules: readonly CheckRule[], repository: string): readonly string[] =>
  unique(rules.filter((rule) => fits(rule.repositories, repository)).map(({ gate }) => gate));

/** Each gate that is asked before a deployment into this environment. */
export const gatesOfDeployment = (
  rules: readonly DeploymentRule[],
  repository: string,
  environment: string,
): readonly string[] =>
  unique(
    rules
      .filter((rule) => fits(rule.repositories, repository))
      .filter((rule) => fitsName(rule.environment, environment))
      .map(({ gate }) => gate),
  );
