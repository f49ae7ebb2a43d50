import type { Draw } from "@checkride/range/draw";
import { describedPods } from "@checkride/range/kit/cluster/described-pods";
import {
  type Manifests,
  readManifests,
  type Workload,
} from "@checkride/range/kit/cluster/manifests";
import { tooManyToTry } from "@checkride/range/kit/cluster/probes";
import type { FileFault, Files } from "@checkride/range/kit/files-lab";
import type { Way } from "./ways.ts";

export type Task = {
  readonly team: string;
  readonly params: string;
  readonly weights: number;
  readonly api: string;
  readonly port: { readonly model: number; readonly tracker: number; readonly data: number };
  readonly digests: ReadonlyMap<string, string>;
};

const images = ["gateway", "dns", "datasets", "trainer", "model", "tracker"] as const;

export const drawTask = (draw: Draw): Task => {
  const hex = () => Array.from({ length: 64 }, () => draw.whole(0, 15).toString(16)).join("");
  const first = draw.whole(40, 80) * 100;
  return {
    team: draw.pick(["otter", "heron", "marten", "lynx", "plover", "badger", "curlew", "stoat"]),
    params: `params-${draw.word(5)}`,
    weights: draw.whole(2, 40),
    api: `10.${draw.whole(96, 200)}.${draw.whole(0, 9)}.${draw.whole(1, 30)}`,
    port: { model: first, tracker: first + draw.whole(1, 40), data: first + draw.whole(41, 90) },
    digests: new Map(images.map((name) => [name, hex()])),
  };
};

export const fillsOf = ({ team, params, weights, api, port, digests }: Task) => ({
  team,
  params,
  api,
  weights: String(weights),
  "model-port": String(port.model),
  "tracker-port": String(port.tracker),
  "data-port": String(port.data),
  ...Object.fromEntries(images.map((name) => [`${name}-digest`, digests.get(name) ?? ""])),
});

/** Pods that nobody mentions: next to the known ones, and called like them elsewhere. */
const strangersOf = ({ team }: Task): string =>
  [
    ["edge", "crawler"],
    ["edge", "trainer"],
    ["kube-system", "crawler"],
    ["lab-of-others", "gateway"],
    ["lab-of-others", "trainer"],
    [`${team}-train`, "notebook"],
    [`${team}-serve`, "notebook"],
    [`${team}-track`, "notebook"],
    [`${team}-data`, "notebook"],
  ]
    .map(
      ([namespace, app]) => `apiVersion: v1
kind: Pod
metadata: { name: stranger-${app}, namespace: ${namespace}, labels: { app: ${app} } }
spec:
  automountServiceAccountToken: false
  containers: [{ name: main, image: stranger }]
`,
    )
    .join("---\n");

/** The cluster with what the learner's files put into it. */
export type Cluster = Manifests & {
  readonly find: (kind: Workload["kind"], namespace: string, name: string) => Workload | null;
};

export type World = Cluster & { readonly ways: readonly Way[] };

const platformFile = "platform.yaml";

export const readCluster = (
  files: Files,
  task: Task,
):
  | { readonly ok: true; readonly value: Cluster }
  | { readonly ok: false; readonly error: readonly FileFault[] } => {
  const own = new Map([...files].filter(([path]) => path !== platformFile));
  const teams = ["train", "serve", "track", "data"].map((part) => `${task.team}-${part}`);
  const read = readManifests(own, (kind, { namespace, name }) => {
    if (name.startsWith("stranger-")) return "names that begin with stranger- are taken";
    return kind === "Namespace" || (namespace !== "" && !teams.includes(namespace))
      ? `only ${teams.join(", ")} are yours`
      : null;
  });
  if (!read.ok) return read;
  const tooMany = tooManyToTry(read.value);
  if (tooMany !== null) {
    return { ok: false, error: [{ path: "network.yaml", line: 1, says: tooMany }] };
  }
  const platform = readManifests(
    new Map([
      [platformFile, files.get(platformFile) ?? ""],
      ["strangers.yaml", strangersOf(task)],
    ]),
  );
  if (!platform.ok) return platform;
  const known = {
    ...read.value,
    namespaces: platform.value.namespaces,
    workloads: [...platform.value.workloads, ...read.value.workloads],
  };
  const described = describedPods(known, read.value.policies);
  const workloads = [...known.workloads, ...described.workloads];
  const elsewhere = new Map([["kubernetes.io/metadata.name", "lab-of-others"]]);
  return {
    ok: true,
    value: {
      ...read.value,
      namespaces: new Map([
        ...known.namespaces,
        ["lab-of-others", elsewhere],
        ...described.namespaces,
      ]),
      workloads,
      find: (kind, namespace, name) =>
        workloads.find(
          (one) => one.kind === kind && one.namespace === namespace && one.name === name,
        ) ?? null,
    },
  };
};
