import type { Workload } from "@checkride/range/kit/cluster/manifests";
import { addressOf, sayAddress } from "@checkride/range/kit/cluster/network-policy";
import { addressesToTry, portsToTry } from "@checkride/range/kit/cluster/probes";
import { type End, mayConnect, type Port, podEnd } from "@checkride/range/kit/cluster/reach";
import { holdsToken, may, rightsOf } from "@checkride/range/kit/cluster/rights";
import type { Cluster, Task, World } from "./world.ts";

export type Way = { readonly from: string; readonly to: string; readonly port: Port };

const tcp = (number: number): Port => ({ number, protocol: "TCP" });
const lookUp: Port = { number: 53, protocol: "UDP" };

type Named = { readonly name: string; readonly end: End; readonly ports: readonly Port[] };

export const isTeams = ({ team }: Task, { namespace }: Workload): boolean =>
  namespace.startsWith(`${team}-`);

const isStranger = ({ name }: Workload): boolean => name.startsWith("stranger-");

/** The team's pods, also such as the learner added. */
export const teamPods = (task: Task, world: World): readonly Workload[] =>
  world.workloads.filter((one) => isTeams(task, one) && !isStranger(one));

const nameOf = ({ namespace, name }: Workload): string => `${namespace}/${name}`;

const podsOf = (task: Task, world: Cluster): readonly Named[] => {
  const tries = portsToTry(world.policies);
  return world.workloads.map((workload) => ({
    name: nameOf(workload),
    end: podEnd(workload),
    ports: portsOf(task, tries, workload),
  }));
};

const portsOf = (
  { team, port }: Task,
  tries: readonly Port[],
  workload: Workload,
): readonly Port[] => {
  if (isStranger(workload)) return tries;
  switch (nameOf(workload)) {
    case `${team}-serve/model-server`:
      return [tcp(port.model)];
    case `${team}-track/tracker`:
      return [tcp(port.tracker)];
    case `${team}-data/datasets`:
      return [tcp(port.data)];
    case "kube-system/dns":
      return [lookUp, tcp(53)];
    default:
      return [tcp(80), tcp(8080)];
  }
};

const metadata = "169.254.169.254";

const outsides = ({ api }: Task, { policies }: Cluster): readonly Named[] => {
  const ports = [tcp(80), tcp(443), tcp(6443), ...portsToTry(policies)];
  const known = new Map([
    [addressOf(api), "the cluster's API"],
    [addressOf(metadata), `the metadata address ${metadata}`],
  ]);
  const addresses = [api, metadata, "203.0.113.77"].flatMap((one) => addressOf(one) ?? []);
  return [...new Set([...addresses, ...addressesToTry(policies)])].map((address) => ({
    name: known.get(address) ?? `the address ${sayAddress(address)}`,
    end: { is: "outside", address },
    ports,
  }));
};

/** Every way that is open: between pods, and from the team's pods to everywhere else. */
export const findWays = (task: Task, cluster: Cluster): readonly Way[] => {
  const pods = podsOf(task, cluster);
  const beyond = outsides(task, cluster);
  return cluster.workloads.flatMap((from) =>
    [...pods, ...(isTeams(task, from) ? beyond : [])].flatMap(({ name, end, ports }) =>
      name === nameOf(from) || (isStranger(from) && name.includes("/stranger-"))
        ? []
        : ports
            .filter((port) => mayConnect(cluster, podEnd(from), end, port))
            .map((port) => ({ from: nameOf(from), to: name, port })),
    ),
  );
};

export const waysFrom = (world: World, from: readonly Workload[]): readonly Way[] => {
  const names = from.map(nameOf);
  return world.ways.filter((way) => names.includes(way.from));
};

/** What must work, and nothing else need. */
export const neededWays = ({ team, port }: Task): readonly Way[] => {
  const trainer = `${team}-train/trainer`;
  return [
    { from: "edge/gateway", to: `${team}-serve/model-server`, port: tcp(port.model) },
    { from: trainer, to: `${team}-data/datasets`, port: tcp(port.data) },
    { from: trainer, to: `${team}-track/tracker`, port: tcp(port.tracker) },
    { from: trainer, to: "the cluster's API", port: tcp(6443) },
    { from: trainer, to: "kube-system/dns", port: lookUp },
  ];
};

export const isSame = (one: Way, other: Way): boolean =>
  one.from === other.from &&
  one.to === other.to &&
  one.port.number === other.port.number &&
  one.port.protocol === other.port.protocol;

/** Names may be looked up by everybody; it is no way to anything else here. */
export const isLookUp = ({ to, port }: Way): boolean =>
  to.startsWith("kube-system/") && port.number === 53;

/** Where somebody gets who holds this pod, with the way there: over the network, the node and the API. */
export const pathsFrom = (
  task: Task,
  world: World,
  start: Workload,
): ReadonlyMap<string, string> => {
  const paths = new Map<string, string>([[nameOf(start), nameOf(start)]]);
  const queue: Workload[] = [start];
  for (let pod = queue.shift(); pod !== undefined; pod = queue.shift()) {
    const here = paths.get(nameOf(pod)) ?? "";
    for (const { to, by } of stepsFrom(task, world, pod)) {
      if (paths.has(to)) continue;
      paths.set(to, `${here} → ${to} (${by})`);
      const next = world.workloads.find((one) => nameOf(one) === to);
      if (next !== undefined && isTeams(task, next)) queue.push(next);
    }
  }
  return paths;
};

type Step = { readonly to: string; readonly by: string };

const stepsFrom = (task: Task, world: World, pod: Workload): readonly Step[] => [
  ...waysFrom(world, [pod])
    .filter((way) => !isLookUp(way))
    .map(({ to, port }) => ({ to, by: `port ${port.number}` })),
  ...nodeSteps(pod),
  ...apiSteps(task, world, pod),
];

const nodeSteps = ({ pod }: Workload): readonly Step[] => {
  const containers = [...pod.initContainers, ...pod.containers];
  const mounts = pod.volumes.filter(({ source }) => source === "hostPath");
  return [
    ...(containers.some(({ security }) => security.privileged)
      ? [{ to: "the node", by: "privileged" }]
      : []),
    ...(pod.hostPid ? [{ to: "the node", by: "hostPID" }] : []),
    ...mounts.map(({ of }) =>
      of.startsWith("/srv/datasets")
        ? { to: "the training data", by: `volume ${of} of the node` }
        : { to: "the node", by: `volume ${of} of the node` },
    ),
    ...pod.volumes
      .filter(({ source, of }) => source === "claim" && of === "datasets")
      .map(() => ({ to: "the training data", by: "volume of the claim datasets" })),
  ];
};

const takingOver = [
  { verb: "create", group: "", resource: "pods", says: "starts a pod" },
  { verb: "create", group: "apps", resource: "deployments", says: "starts a deployment" },
  { verb: "create", group: "batch", resource: "jobs", says: "starts a job" },
  { verb: "create", group: "", resource: "pods/exec", says: "runs a command" },
  { verb: "list", group: "", resource: "secrets", says: "lists secrets" },
  { verb: "get", group: "", resource: "secrets", says: "reads secrets" },
] as const;

/** With a token and a way to the API, rights are ways. */
const apiSteps = (task: Task, world: World, workload: Workload): readonly Step[] => {
  const { namespace, pod } = workload;
  const reachesApi = waysFrom(world, [workload]).some(({ to }) => to === "the cluster's API");
  if (!reachesApi || !holdsToken(world, workload)) return [];
  const rights = rightsOf(world, { namespace, name: pod.account });
  return ["train", "serve", "track", "data"].flatMap((part) =>
    takingOver
      .filter((one) => may(rights, { ...one, name: "any", namespace: `${task.team}-${part}` }))
      .slice(0, 1)
      .map(({ says }) => ({ to: `everything in ${task.team}-${part}`, by: `${says} there` })),
  );
};
