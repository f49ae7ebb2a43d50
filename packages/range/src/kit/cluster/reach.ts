import type { Manifests, Workload } from "./manifests.ts";
import type { NetworkPolicy, Peer, PolicyPort, Rule } from "./network-policy.ts";
import { isInside } from "./network-policy.ts";
import { selects } from "./selector.ts";

/** One end of a connection: a pod of the cluster, or an address outside of it. */
export type End =
  | { readonly is: "pod"; readonly workload: Workload }
  | { readonly is: "outside"; readonly address: number };

export type Port = { readonly number: number; readonly protocol: "TCP" | "UDP" | "SCTP" };

export const podEnd = (workload: Workload): End => ({ is: "pod", workload });

/** Both ends must agree; what no policy selects for a direction is open in it. */
export const mayConnect = (manifests: Manifests, from: End, to: End, port: Port): boolean =>
  agrees(manifests, "egress", { own: from, other: to, to }, port) &&
  agrees(manifests, "ingress", { own: to, other: from, to }, port);

type Ends = { readonly own: End; readonly other: End; readonly to: End };

const agrees = (
  manifests: Manifests,
  direction: "ingress" | "egress",
  { own, other, to }: Ends,
  port: Port,
): boolean => {
  // A pod in its node's network is no pod for policies.
  if (own.is === "outside" || own.workload.pod.hostNetwork) return true;
  const rules = manifests.policies
    .filter((policy) => concerns(policy, own.workload))
    .map((policy) => policy[direction])
    .filter((one) => one !== null);
  if (rules.length === 0) return true;
  return rules
    .flat()
    .some((rule) => allows(rule, manifests, { own: own.workload, other, to }, port));
};

const concerns = ({ namespace, pods }: NetworkPolicy, workload: Workload): boolean =>
  namespace === workload.namespace && selects(pods, workload.labels);

const allows = (
  { peers, ports }: Rule,
  manifests: Manifests,
  { own, other, to }: { readonly own: Workload; readonly other: End; readonly to: End },
  port: Port,
): boolean =>
  (peers.length === 0 || peers.some((peer) => isPeer(peer, manifests, own, other))) &&
  (ports.length === 0 || ports.some((one) => isPort(one, to, port)));

const isPeer = (
  { pods, namespaces, block }: Peer,
  manifests: Manifests,
  own: Workload,
  other: End,
): boolean => {
  if (block !== null) {
    const address = other.is === "pod" ? podAddress(manifests, other.workload) : other.address;
    return isInside(block.cidr, address) && !block.except.some((one) => isInside(one, address));
  }
  if (other.is === "outside") return false;
  const { namespace, labels } = other.workload;
  const isNear =
    namespaces === null
      ? namespace === own.namespace
      : selects(namespaces, manifests.namespaces.get(namespace) ?? new Map());
  // Behind an address of the node, labels are not seen.
  return isNear && !other.workload.pod.hostNetwork && (pods === null || selects(pods, labels));
};

const firstPodAddress = 10 * 2 ** 24 + 42 * 2 ** 16 + 1;

const podAddress = ({ workloads }: Manifests, workload: Workload): number =>
  firstPodAddress + workloads.indexOf(workload);

const isPort = (wanted: PolicyPort, to: End, { number, protocol }: Port): boolean => {
  if (wanted.protocol !== protocol) return false;
  if (wanted.port === null) return true;
  if (typeof wanted.port === "number") {
    return wanted.port <= number && number <= (wanted.endPort ?? wanted.port);
  }
  return (
    to.is === "pod" &&
    to.workload.pod.containers.some(({ ports }) =>
      ports.some((one) => one.name === wanted.port && one.port === number),
    )
  );
};
