import { describe, expect, it } from "vitest";
import { readManifests } from "./manifests.ts";
import type { PodSpec } from "./pod.ts";
import { breachesOf, startFault } from "./restricted.ts";

const hardened = `  securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
  containers:
    - name: main
      image: i
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
`;

const podOf = (spec: string): PodSpec => {
  const text = `apiVersion: v1\nkind: Pod\nmetadata: { name: one, namespace: a }\nspec:\n${spec}`;
  const result = readManifests(new Map([["all.yaml", text]]));
  const pod = result.ok ? result.value.workloads[0]?.pod : undefined;
  if (pod === undefined) throw new Error(JSON.stringify(result));
  return pod;
};

describe("the restricted profile", () => {
  it("is met", () => {
    expect(breachesOf(podOf(hardened))).toEqual([]);
  });

  it.each([
    ["drop: [ALL]", "drop: [ALL], add: [NET_ADMIN]", "main: capabilities: NET_ADMIN added"],
    ["drop: [ALL]", "drop: [NET_RAW]", "main: capabilities: ALL is not dropped"],
    ["allowPrivilegeEscalation: false, ", "", "main: allowPrivilegeEscalation is not false"],
    [
      "allowPrivilegeEscalation: false, ",
      "allowPrivilegeEscalation: false, runAsNonRoot: false, ",
      "main: runAsNonRoot is not true",
    ],
    ["  containers", "  hostPID: true\n  containers", "hostPID is true"],
    [
      "  containers",
      "  volumes: [{ name: v, hostPath: { path: / } }]\n  containers",
      "the volume v is / of the node",
    ],
    ["RuntimeDefault", "Unconfined", "seccompProfile is Unconfined"],
    [
      "  containers",
      "  initContainers: [{ name: init, image: i }]\n  containers",
      "init: allowPrivilegeEscalation is not false",
    ],
  ])("with %s as %s it is not", (from, to, says) => {
    expect(breachesOf(podOf(hardened.replace(from, to)))).toContain(says);
  });

  it.each([
    [0, "the image runs as root"],
    ["app", "cannot be told"],
  ])("an image of the user %s does not start as it is", (user, says) => {
    const spec = podOf(hardened);
    const [main] = spec.containers;
    expect(main && startFault(main, spec, user)).toContain(says);
    expect(main && startFault(main, spec, 10001)).toBe(null);
  });
});
