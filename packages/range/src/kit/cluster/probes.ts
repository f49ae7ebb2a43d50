import type { Manifests } from "./manifests.ts";
import { type Cidr, type NetworkPolicy, type Rule, sizeOf } from "./network-policy.ts";
import type { Port } from "./reach.ts";

const addressesMax = 2 ** 32;
const portsMax = 65_535;
/** More than a person writes, and few enough to try each with each. */
const podsMax = 20;
const policiesMax = 40;
const edgesMax = 30;

/**
 * Policies decide by ranges. One try at the beginning of each range between two edges finds whatever any of them allows:
 * nobody can hide a hole where nobody looks.
 */
export const addressesToTry = (policies: readonly NetworkPolicy[]): readonly number[] =>
  distinct([0, ...policies.flatMap(addressEdges)]).filter((one) => one < addressesMax);

export const portsToTry = (policies: readonly NetworkPolicy[]): readonly Port[] => {
  const numbers = distinct([1, ...policies.flatMap(portEdges)]).filter((one) => one <= portsMax);
  return (["TCP", "UDP", "SCTP"] as const).flatMap((protocol) =>
    numbers.map((number) => ({ number, protocol })),
  );
};

/** Why this cluster cannot be tried out; null: it can. */
export const tooManyToTry = ({ workloads, policies }: Manifests): string | null => {
  if (workloads.length > podsMax) return `more than ${podsMax} pods are not read`;
  if (policies.length > policiesMax) return `more than ${policiesMax} policies are not read`;
  const edges = [policies.flatMap(addressEdges), policies.flatMap(portEdges)].map(distinct);
  return edges.some((one) => one.length > edgesMax)
    ? "so many blocks of addresses or ports are not read"
    : null;
};

const distinct = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)];

const rulesOf = ({ ingress, egress }: NetworkPolicy): readonly Rule[] => [
  ...(ingress ?? []),
  ...(egress ?? []),
];

const addressEdges = (policy: NetworkPolicy): readonly number[] =>
  rulesOf(policy)
    .flatMap(({ peers }) => peers)
    .flatMap(({ block }) => (block === null ? [] : [block.cidr, ...block.except]))
    .flatMap(cidrEdges);

const cidrEdges = (cidr: Cidr): readonly number[] => {
  const size = sizeOf(cidr);
  const from = Math.floor(cidr.address / size) * size;
  return [from, from + size];
};

const portEdges = (policy: NetworkPolicy): readonly number[] =>
  rulesOf(policy)
    .flatMap(({ ports }) => ports)
    .flatMap(({ port, endPort }) =>
      typeof port === "number" ? [port, (endPort ?? port) + 1] : [],
    );
