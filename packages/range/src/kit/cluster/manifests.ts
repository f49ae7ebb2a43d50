import { fail, ok, type Result } from "@checkride/rules/result";
import type { Part } from "../files/part.ts";
import { readYamlFile } from "../files/read-yaml-file.ts";
import type { FileFault, Files } from "../files-lab.ts";
import { type NetworkPolicy, readNetworkPolicy } from "./network-policy.ts";
import { type PodSpec, readPodSpec } from "./pod.ts";
import { type Binding, type Role, readBinding, readRole } from "./roles.ts";
import type { Labels } from "./selector.ts";

/** What stands in manifests, as far as it decides who reaches what and who may do what. */
export type Manifests = {
  readonly namespaces: ReadonlyMap<string, Labels>;
  readonly workloads: readonly Workload[];
  readonly accounts: readonly Account[];
  readonly roles: readonly Role[];
  readonly bindings: readonly Binding[];
  readonly policies: readonly NetworkPolicy[];
};

export type Workload = Place & {
  readonly kind: "Pod" | "Deployment" | "Job";
  readonly labels: Labels;
  readonly pod: PodSpec;
  /** How many of them run. */
  readonly replicas: number;
};

export type Account = Place & { readonly mountsToken: boolean };

export type Place = { readonly namespace: string; readonly name: string };

type Piece =
  | { readonly is: "namespace"; readonly name: string; readonly labels: Labels }
  | { readonly is: "workload"; readonly made: Workload }
  | { readonly is: "account"; readonly made: Account }
  | { readonly is: "role"; readonly made: Role }
  | { readonly is: "binding"; readonly made: Binding }
  | { readonly is: "policy"; readonly made: NetworkPolicy };

/** Why something cannot lie there; null: it can. */
type Refuse = (kind: string, place: Place) => string | null;

/** All YAML files, put into one cluster. What is there twice or unknown is a fault, and what `refuse` says. */
export const readManifests = (
  files: Files,
  refuse: Refuse = () => null,
): Result<Manifests, readonly FileFault[]> => {
  const faults: FileFault[] = [];
  const pieces: Piece[] = [];
  const known = new Set<string>();
  const readPiece = pieceReader(known, refuse);
  for (const path of [...files.keys()].filter((name) => name.endsWith(".yaml"))) {
    const read = readYamlFile(files, path, readPiece);
    if (read.ok) pieces.push(...read.value);
    else faults.push(...read.error);
  }
  return faults.length > 0 ? fail(faults) : ok(manifestsOf(pieces));
};

const manifestsOf = (pieces: readonly Piece[]): Manifests => ({
  namespaces: new Map(
    pieces.flatMap((piece) => (piece.is === "namespace" ? [[piece.name, piece.labels]] : [])),
  ),
  workloads: pieces.flatMap((piece) => (piece.is === "workload" ? [piece.made] : [])),
  accounts: pieces.flatMap((piece) => (piece.is === "account" ? [piece.made] : [])),
  roles: pieces.flatMap((piece) => (piece.is === "role" ? [piece.made] : [])),
  bindings: pieces.flatMap((piece) => (piece.is === "binding" ? [piece.made] : [])),
  policies: pieces.flatMap((piece) => (piece.is === "policy" ? [piece.made] : [])),
});

const versions = {
  Namespace: "v1",
  Pod: "v1",
  ServiceAccount: "v1",
  Deployment: "apps/v1",
  Job: "batch/v1",
  NetworkPolicy: "networking.k8s.io/v1",
  Role: "rbac.authorization.k8s.io/v1",
  ClusterRole: "rbac.authorization.k8s.io/v1",
  RoleBinding: "rbac.authorization.k8s.io/v1",
  ClusterRoleBinding: "rbac.authorization.k8s.io/v1",
} as const;

const kinds = [
  "Namespace",
  "Pod",
  "ServiceAccount",
  "Deployment",
  "Job",
  "NetworkPolicy",
  "Role",
  "ClusterRole",
  "RoleBinding",
  "ClusterRoleBinding",
] as const;

const ofCluster = ["Namespace", "ClusterRole", "ClusterRoleBinding"];

const pieceReader =
  (known: Set<string>, refuse: Refuse) =>
  (part: Part): Piece =>
    part.object((key) => {
      const kind = key("kind").word(kinds);
      const version = key("apiVersion");
      if (version.text() !== versions[kind]) {
        version.fault(`\`apiVersion\` of a ${kind} must be ${versions[kind]}`);
      }
      const meta = key("metadata").object((of) => {
        of("annotations").record((value) => value.text());
        return {
          name: of("name").text(),
          namespace: ofCluster.includes(kind) ? "" : of("namespace").text(),
          labels: of("labels").record((value) => value.text()),
        };
      });
      const id = [kind, meta.namespace, meta.name].join("/");
      if (known.has(id)) key("metadata").fault(`the ${kind} ${meta.name} is there twice`);
      known.add(id);
      const refused = refuse(kind, meta);
      if (refused !== null) key("metadata").fault(refused);
      return pieceOf(kind, meta, key);
    });

type Meta = Place & { readonly labels: Labels };

const pieceOf = (
  kind: (typeof kinds)[number],
  { labels, ...place }: Meta,
  key: (name: string) => Part,
): Piece => {
  switch (kind) {
    case "Namespace":
      // Every cluster writes this label itself.
      return {
        is: "namespace",
        name: place.name,
        labels: new Map([...labels, ["kubernetes.io/metadata.name", place.name]]),
      };
    case "ServiceAccount":
      return {
        is: "account",
        made: { ...place, mountsToken: key("automountServiceAccountToken").flag(true) },
      };
    case "Pod":
      return {
        is: "workload",
        made: { ...place, kind, labels, pod: readPodSpec(key("spec")), replicas: 1 },
      };
    case "Deployment":
    case "Job":
      return {
        is: "workload",
        made: { ...place, kind, ...readTemplate(key("spec"), kind === "Deployment") },
      };
    case "NetworkPolicy":
      return { is: "policy", made: { ...place, ...readNetworkPolicy(key("spec")) } };
    case "Role":
    case "ClusterRole":
      return { is: "role", made: { ...place, kind, rules: readRole(key("rules")) } };
    case "RoleBinding":
    case "ClusterRoleBinding":
      return {
        is: "binding",
        made: { ...place, kind, ...readBinding(key("roleRef"), key("subjects")) },
      };
  }
};

const readTemplate = (
  spec: Part,
  isDeployment: boolean,
): Pick<Workload, "labels" | "pod" | "replicas"> =>
  spec.object((key) => {
    key("backoffLimit").whole(6);
    const replicas = key("replicas").whole(1);
    const selector = key("selector").optional((one) =>
      one.object((of) => of("matchLabels").record((value) => value.text())),
    );
    const { labels, pod } = key("template").object((of) => ({
      labels: of("metadata").object((meta) => meta("labels").record((value) => value.text())),
      pod: readPodSpec(of("spec")),
    }));
    if (isDeployment && selector === null) spec.fault("a Deployment needs a `selector`");
    if ([...(selector ?? [])].some(([name, value]) => labels.get(name) !== value)) {
      key("selector").fault("the labels of `template` are not those of `selector`");
    }
    return { labels, pod, replicas };
  });
