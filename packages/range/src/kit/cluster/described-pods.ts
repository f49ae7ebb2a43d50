import type { Manifests, Workload } from "./manifests.ts";
import type { NetworkPolicy, Peer } from "./network-policy.ts";
import type { PodSpec } from "./pod.ts";
import type { Labels, Selector } from "./selector.ts";

const ownName = "kubernetes.io/metadata.name";
const podsMax = 60;

/**
 * For each peer of a policy somebody whom it describes, where nobody of the cluster is meant by it. A rule for pods that
 * are not there yet is a rule all the same: whoever may start a pod chooses its labels.
 */
export const describedPods = (
  cluster: Manifests,
  policies: readonly NetworkPolicy[],
): { readonly namespaces: Manifests["namespaces"]; readonly workloads: readonly Workload[] } => {
  const namespaces = new Map<string, Labels>();
  const workloads: Workload[] = [];
  for (const policy of policies) {
    for (const { namespace, spaceLabels, labels } of policyPeers(policy).flatMap(variantsOf)) {
      const isKnown = [...cluster.workloads, ...workloads].some(
        (one) =>
          one.namespace === namespace &&
          [...labels].every(([key, value]) => one.labels.get(key) === value),
      );
      if (isKnown || workloads.length >= podsMax) continue;
      if (!cluster.namespaces.has(namespace)) namespaces.set(namespace, spaceLabels);
      const name = `stranger-described-${workloads.length + 1}`;
      workloads.push({ kind: "Pod", namespace, name, labels, pod: plainPod, replicas: 1 });
    }
  }
  return { namespaces, workloads };
};

const plainPod: PodSpec = {
  account: "default",
  mountsToken: false,
  hostNetwork: false,
  hostPid: false,
  hostIpc: false,
  security: { runAsNonRoot: null, runAsUser: null, seccomp: null },
  containers: [],
  initContainers: [],
  volumes: [],
};

type Placed = { readonly peer: Peer; readonly at: string };

const policyPeers = ({ namespace, ingress, egress }: NetworkPolicy): readonly Placed[] =>
  [...(ingress ?? []), ...(egress ?? [])]
    .flatMap(({ peers }) => peers)
    .filter(({ block }) => block === null)
    .map((peer) => ({ peer, at: namespace }));

const variantsOf = ({ peer, at }: Placed) =>
  (peer.namespaces === null ? [null] : labelSets(peer.namespaces)).flatMap((space) => {
    const namespace = space === null ? at : (space.get(ownName) ?? "somewhere-else");
    const spaceLabels = new Map([...(space ?? []), [ownName, namespace]]);
    const pods = peer.pods === null ? [new Map<string, string>()] : labelSets(peer.pods);
    return pods.map((labels) => ({ namespace, spaceLabels, labels }));
  });

/** Labels that a selector takes: one set for each value of what it lists. */
const labelSets = ({ labels, expressions }: Selector): readonly ReadonlyMap<string, string>[] => {
  let sets: readonly ReadonlyMap<string, string>[] = [labels];
  for (const { key, operator, values } of expressions) {
    if (operator !== "In" && operator !== "Exists") continue;
    const taken = operator === "In" ? values : ["any"];
    sets = sets
      .flatMap((set) => taken.map((value) => new Map([...set, [key, value]])))
      .slice(0, podsMax);
  }
  return sets;
};
