import type { Workload } from "@checkride/range/kit/cluster/manifests";
import { breachesOf, type ImageUser, startFault } from "@checkride/range/kit/cluster/restricted";
import { areWithin, holdsToken, may, rightsOf } from "@checkride/range/kit/cluster/rights";
import type { FilesLab } from "@checkride/range/kit/files-lab";
import {
  findWays,
  isLookUp,
  isSame,
  neededWays,
  pathsFrom,
  teamPods,
  type Way,
  waysFrom,
} from "./ways.ts";
import { drawTask, fillsOf, readCluster, type Task, type World } from "./world.ts";

const trainerOf = ({ team }: Task, world: World) => world.find("Job", `${team}-train`, "trainer");
const modelOf = ({ team }: Task, world: World) =>
  world.find("Deployment", `${team}-serve`, "model-server");
const trackerOf = ({ team }: Task, world: World) =>
  world.find("Deployment", `${team}-track`, "tracker");

const missingWays = (task: Task, world: World): readonly Way[] => {
  const { ways } = world;
  return neededWays(task).filter((needed) => !ways.some((way) => isSame(way, needed)));
};

const users: ReadonlyMap<string, ImageUser> = new Map<string, ImageUser>([
  ["trainer", 0],
  ["model", 10001],
  ["tracker", "tracker"],
]);

type Wanted = { readonly name: string; readonly claim: string | null; readonly at: string };

/** Why the pod does not do its work; null: it does. */
const workFault = (
  { digests }: Task,
  { accounts }: World,
  workload: Workload | null,
  { name, claim, at }: Wanted,
): string | null => {
  const image = `registry.example/${name === "model" ? "model-server" : name}@sha256:${digests.get(name)}`;
  const container = workload?.pod.containers.find((one) => one.image === image);
  if (workload === null || container === undefined) return `${name}: it is not there any more`;
  const volume = workload.pod.volumes.find(
    (one) => one.source === "claim" && (claim === null || one.of === claim),
  );
  const isMounted =
    claim === null ||
    container.mounts.some((one) => one.volume === volume?.name && one.path === at);
  const others = [...workload.pod.containers, ...workload.pod.initContainers].length > 1;
  const needsGpu = name !== "tracker" && String(container.limits.get("nvidia.com/gpu")) !== "1";
  const { namespace, pod } = workload;
  const hasAccount =
    pod.account === "default" ||
    accounts.some((one) => one.namespace === namespace && one.name === pod.account);
  return (
    (hasAccount ? null : `${name}: its service account is not there`) ??
    startFault(container, workload.pod, users.get(name) ?? 0) ??
    (isMounted ? null : `${name}: ${at} is not mounted`) ??
    (workload.replicas < 1 ? `${name}: none of it runs` : null) ??
    (container.command.length + container.args.length > 0
      ? `${name}: it is told to do something else than its image does`
      : null) ??
    (needsGpu ? `${name}: it has no graphics card` : null) ??
    (others ? `${name}: a container that nobody needs` : null)
  );
};

const workFaults = (task: Task, world: World): readonly string[] =>
  [
    workFault(task, world, trainerOf(task, world), { name: "trainer", claim: null, at: "" }),
    workFault(task, world, modelOf(task, world), {
      name: "model",
      claim: `weights-${task.weights}`,
      at: "/weights",
    }),
    workFault(task, world, trackerOf(task, world), { name: "tracker", claim: "runs", at: "/runs" }),
    ...unknownPods(task, world).map(({ name }) => `${name}: a pod that nobody needs`),
  ].filter((one) => one !== null);

const unknownPods = (task: Task, world: World): readonly Workload[] => {
  const datasets = world.find("Deployment", `${task.team}-data`, "datasets");
  const known = [trainerOf(task, world), modelOf(task, world), trackerOf(task, world), datasets];
  return teamPods(task, world).filter((one) => !known.includes(one));
};

const paramsOf = ({ team, params }: Task) => ({
  verb: "get",
  group: "",
  resource: "configmaps",
  name: params,
  namespace: `${team}-train`,
});

const readsParams = (task: Task, world: World): boolean => {
  const trainer = trainerOf(task, world);
  if (trainer === null) return false;
  const { namespace, pod } = trainer;
  return (
    holdsToken(world, trainer) &&
    may(rightsOf(world, { namespace, name: pod.account }), paramsOf(task)) &&
    pod.containers.some(({ env }) =>
      env.some((one) => one.name === "PARAMS" && one.value === task.params),
    )
  );
};

const envOf = (workload: Workload | null, name: string) =>
  workload?.pod.containers.flatMap(({ env }) => env).findLast((one) => one.name === name) ?? null;

const isSecret = (
  workload: Workload | null,
  name: string,
  secret: string,
  key: string,
): boolean => {
  const found = envOf(workload, name)?.secret;
  return found?.name === secret && found.key === key;
};

const asksLogin = (task: Task, world: World): boolean =>
  envOf(trackerOf(task, world), "TRACKER_AUTH")?.value === "token";

/** Without a login anybody logs runs; with one, both sides need theirs. */
const logsRuns = (task: Task, world: World): boolean =>
  trackerOf(task, world) !== null &&
  (!asksLogin(task, world) ||
    (isSecret(trainerOf(task, world), "TRACKER_TOKEN", "trainer-login", "token") &&
      isSecret(trackerOf(task, world), "TRACKER_TOKENS", "tracker-logins", "tokens")));

const goals = (task: Task): readonly string[] => [
  "the training data",
  `${task.team}-data/datasets`,
  `everything in ${task.team}-data`,
  `everything in ${task.team}-train`,
  "the metadata address 169.254.169.254",
  "the node",
];

const attackPaths = (task: Task, world: World): readonly string[] => {
  const model = modelOf(task, world);
  const paths = model === null ? new Map<string, string>() : pathsFrom(task, world, model);
  return goals(task).flatMap((goal) => paths.get(goal) ?? []);
};

const unneeded = (task: Task, ways: readonly Way[]): readonly Way[] =>
  ways.filter((way) => !isLookUp(way) && !neededWays(task).some((needed) => isSame(needed, way)));

const accountsOf = ({ team }: Task, world: World) => [
  ...["train", "serve", "track", "data"].map((part) => ({
    namespace: `${team}-${part}`,
    name: "default",
  })),
  ...world.accounts,
];

const breaches = (task: Task, world: World): readonly string[] =>
  teamPods(task, world).flatMap(({ name, pod }) =>
    breachesOf(pod).map((says) => (says.startsWith(`${name}: `) ? says : `${name}: ${says}`)),
  );

const listed = (title: string, lines: readonly string[], none: string): string =>
  [title, ...(lines.length === 0 ? [none] : lines).map((line) => `  ${line}`), ""].join("\n");

export const lab: FilesLab<Task, World> = {
  draw: drawTask,
  fills: fillsOf,
  reads: (files, task) => {
    const read = readCluster(files, task);
    return read.ok
      ? { ok: true, value: { ...read.value, ways: findWays(task, read.value) } }
      : read;
  },
  shows: (task, world) =>
    [
      listed("Where somebody gets who holds the model server", attackPaths(task, world), "nowhere"),
      listed(
        "What does not work any more",
        [
          ...missingWays(task, world).map(({ from, to, port }) => `${from} → ${to}:${port.number}`),
          ...workFaults(task, world),
          ...(readsParams(task, world) ? [] : ["the trainer does not get its parameters"]),
          ...(logsRuns(task, world) ? [] : ["the trainer cannot log in to the tracker"]),
        ],
        "everything works",
      ),
      listed("What the restricted profile forbids", breaches(task, world), "nothing"),
    ].join("\n"),
  checks: [
    {
      id: "ways-stay",
      half: "works",
      isPublic: true,
      says: "The gateway reaches the model server; the trainer reaches data, tracker, API and names.",
      why: "A policy selects a pod that needs this way, and none allows it. Both ends must agree.",
      holds: (task, world) => missingWays(task, world).length === 0,
    },
    {
      id: "pods-start",
      half: "works",
      isPublic: true,
      says: "All three start, with their images, volumes and graphics cards.",
      why: "An image that runs as root or names its user by a word does not start under runAsNonRoot alone.",
      holds: (task, world) => workFaults(task, world).length === 0,
    },
    {
      id: "trainer-works",
      half: "works",
      isPublic: true,
      says: "The trainer reads its parameters and logs its runs.",
      why: "It needs its token, the right to get this config map, and its login to the tracker.",
      holds: (task, world) => readsParams(task, world) && logsRuns(task, world),
    },
    {
      id: "model-contained",
      half: "attacks",
      says: "From the model server no way leads to the training data, a node or the metadata address.",
      why: "Look at volumes, at what it may send, and at what its account may start elsewhere.",
      holds: (task, world) =>
        modelOf(task, world) !== null && attackPaths(task, world).length === 0,
    },
    {
      id: "sends-only-named",
      half: "attacks",
      says: "The team's pods send only where they must.",
      why: "A direction that no policy selects is open, also for outgoing traffic and for the data store.",
      holds: (task, world) => unneeded(task, waysFrom(world, teamPods(task, world))).length === 0,
    },
    {
      id: "takes-only-named",
      half: "attacks",
      says: "Nobody else reaches the model server, the tracker or the data.",
      why: "Two selectors in one item both must fit; as two items, one is enough. Labels can be chosen by others.",
      holds: (task, world) => {
        const own = teamPods(task, world).map(({ namespace, name }) => `${namespace}/${name}`);
        const foreign = world.workloads.filter((one) => !teamPods(task, world).includes(one));
        const ways = waysFrom(world, foreign).filter(({ to }) => own.includes(to));
        return unneeded(task, ways).length === 0;
      },
    },
    {
      id: "small-rights",
      half: "attacks",
      says: "The trainer's account may get its parameters, all others nothing; only the trainer has a token.",
      why: "Stars, whole lists and roles of the cluster give more. A token is mounted unless something says no.",
      holds: (task, world) =>
        accountsOf(task, world).every(({ namespace, name }) => {
          const isTrainers =
            namespace === `${task.team}-train` && name === trainerOf(task, world)?.pod.account;
          const allowed = isTrainers ? [paramsOf(task)] : [];
          return areWithin(rightsOf(world, { namespace, name }), allowed);
        }) &&
        teamPods(task, world).every(
          (one) => one === trainerOf(task, world) || !holdsToken(world, one),
        ),
    },
    {
      id: "restricted",
      half: "attacks",
      isPublic: true,
      says: "All pods meet the restricted profile.",
      why: "Host, user, capabilities, system calls: Run lists what is forbidden.",
      holds: (task, world) => breaches(task, world).length === 0,
    },
    {
      id: "tracker-login",
      half: "attacks",
      says: "The tracker refuses whoever has not logged in.",
      why: "A login that is only asked for writing still shows every run to everybody.",
      holds: (task, world) => {
        const tracker = trackerOf(task, world);
        return asksLogin(task, world) && envOf(tracker, "TRACKER_ANONYMOUS")?.value === "none";
      },
    },
  ],
};
