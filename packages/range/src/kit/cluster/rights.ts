import type { Manifests, Workload } from "./manifests.ts";
import type { Binding, RoleRule, Subject } from "./roles.ts";

/** One thing that somebody may do. An empty namespace stands for the whole cluster, the name `*` for whatever it is called. */
export type Grant = {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly name: string;
  readonly namespace: string;
};

/** A rule where it holds. */
export type Right = RoleRule & { readonly namespace: string };

type Who = { readonly namespace: string; readonly name: string };

/** Whoever this service account is, by name or by a group that it is always in. */
export const rightsOf = (manifests: Manifests, account: Who): readonly Right[] =>
  manifests.bindings
    .filter(({ subjects }) => subjects.some((subject) => isMeant(subject, account)))
    .flatMap((binding) =>
      rulesOf(manifests, binding).map((rule) => ({ ...rule, namespace: binding.namespace })),
    );

const isMeant = ({ kind, namespace, name }: Subject, account: Who): boolean => {
  switch (kind) {
    case "ServiceAccount":
      return namespace === account.namespace && name === account.name;
    case "Group":
      return [
        "system:authenticated",
        "system:serviceaccounts",
        `system:serviceaccounts:${account.namespace}`,
      ].includes(name);
    case "User":
      return name === `system:serviceaccount:${account.namespace}:${account.name}`;
  }
};

/** What every cluster brings along, no smaller than it is there. */
const builtIn: ReadonlyMap<string, readonly RoleRule[]> = new Map([
  ...["cluster-admin", "admin", "edit"].map((name) => [name, [everything(["*"])]] as const),
  ["view", [everything(["get", "list", "watch"])]],
]);

function everything(verbs: readonly string[]): RoleRule {
  return { groups: ["*"], resources: ["*"], names: [], verbs };
}

const rulesOf = ({ roles }: Manifests, { namespace, role }: Binding): readonly RoleRule[] => {
  const at = role.kind === "Role" ? namespace : "";
  const own = roles.find(
    (one) => one.kind === role.kind && one.namespace === at && one.name === role.name,
  );
  if (own !== undefined) return own.rules;
  return role.kind === "ClusterRole" ? (builtIn.get(role.name) ?? []) : [];
};

export const may = (rights: readonly Right[], asked: Grant): boolean =>
  rights.some(
    ({ namespace, verbs, groups, resources, names }) =>
      (namespace === "" || namespace === asked.namespace) &&
      holds(verbs, asked.verb) &&
      holds(groups, asked.group) &&
      holds(resources, asked.resource) &&
      (names.length === 0 || names.includes(asked.name)),
  );

const holds = (granted: readonly string[], asked: string): boolean =>
  granted.includes("*") || granted.includes(asked);

/** Whether these rights are among the allowed ones, to the last: a star is never. */
export const areWithin = (rights: readonly Right[], allowed: readonly Grant[]): boolean =>
  rights.every((right) => {
    const names = right.names.length === 0 ? ["*"] : right.names;
    const parts = [right.verbs, right.groups, right.resources, names].map((one) => new Set(one));
    const count = parts.reduce((product, part) => product * part.size, 1);
    // Each combination is one grant: more than are allowed cannot all be allowed.
    return count <= allowed.length && isEach(right, names, allowed);
  });

const isEach = (
  { verbs, groups, resources, namespace }: Right,
  names: readonly string[],
  allowed: readonly Grant[],
): boolean =>
  verbs.every((verb) =>
    groups.every((group) =>
      resources.every((resource) =>
        names.every((name) =>
          allowed.some(
            (one) =>
              one.verb === verb &&
              one.group === group &&
              one.resource === resource &&
              one.name === name &&
              one.namespace === namespace,
          ),
        ),
      ),
    ),
  );

/** Whether the token of its account lies inside of the pod. */
export const holdsToken = ({ accounts }: Manifests, { namespace, pod }: Workload): boolean => {
  const account = accounts.find((one) => one.namespace === namespace && one.name === pod.account);
  return pod.mountsToken ?? account?.mountsToken ?? true;
};
