import { expect, it } from "vitest";
import { describedPods } from "./described-pods.ts";
import { readManifests } from "./manifests.ts";

const described = (from: string) => {
  const text = `apiVersion: v1
kind: Namespace
metadata: { name: a }
---
apiVersion: v1
kind: Pod
metadata: { name: one, namespace: a, labels: { app: one, tier: front } }
spec: { containers: [] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p, namespace: a }
spec: { podSelector: {}, ingress: [{ from: [${from}] }] }
`;
  const read = readManifests(new Map([["all.yaml", text]]));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return describedPods(read.value, read.value.policies).workloads.map(
    ({ namespace, labels }) =>
      `${namespace} ${[...labels].map((pair) => pair.join("=")).join(",")}`,
  );
};

const byName = (name: string) =>
  `namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${name} } }`;

it.each([
  ["{ podSelector: { matchLabels: { app: one } } }", []],
  ["{ podSelector: {} }", []],
  ["{ podSelector: { matchLabels: { app: two } } }", ["a app=two"]],
  [`{ ${byName("later")} }`, ["later "]],
  [`{ ${byName("a")}, podSelector: { matchLabels: { tier: front } } }`, []],
  ["{ namespaceSelector: { matchLabels: { team: x } } }", ["somewhere-else "]],
  [
    "{ podSelector: { matchExpressions: [{ key: app, operator: In, values: [one, two, three] }] } }",
    ["a app=two", "a app=three"],
  ],
  ["{ podSelector: { matchExpressions: [{ key: debug, operator: Exists }] } }", ["a debug=any"]],
  ["{ ipBlock: { cidr: 10.0.0.0/8 } }", []],
])("%s describes %j", (from, wanted) => {
  expect(described(from)).toEqual(wanted);
});
