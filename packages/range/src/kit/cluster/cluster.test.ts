import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Manifests, readManifests, type Workload } from "./manifests.ts";
import { addressOf } from "./network-policy.ts";
import { addressesToTry, portsToTry, tooManyToTry } from "./probes.ts";
import { type End, mayConnect, podEnd } from "./reach.ts";
import { areWithin, holdsToken, may, rightsOf } from "./rights.ts";

const read = (text: string): Manifests => {
  const result = readManifests(new Map([["all.yaml", text]]));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const faults = (text: string) => {
  const result = readManifests(new Map([["all.yaml", text]]));
  return result.ok ? [] : result.error.map(({ line, says }) => `${line}: ${says}`);
};

const pod = (namespace: string, app: string, more = "") =>
  `apiVersion: v1
kind: Pod
metadata: { name: ${app}, namespace: ${namespace}, labels: { app: ${app} } }
spec:
  containers: [{ name: main, image: i, ports: [{ name: web, containerPort: 80 }] }]
${more}
---
`;

const policy = (name: string, spec: string, namespace = "a") =>
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}
---
`;

const pods = pod("a", "one") + pod("a", "two") + pod("b", "three");
const namespaces = ["a", "b"]
  .map((name) => `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name} }\n---\n`)
  .join("");

const named = (manifests: Manifests, name: string): Workload => {
  const found = manifests.workloads.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

const connects = (policies: string, from: string, to: string, number = 80) => {
  const manifests = read(namespaces + pods + policies);
  const end = (one: string): End => {
    const address = addressOf(one);
    return address === null ? podEnd(named(manifests, one)) : { is: "outside", address };
  };
  return mayConnect(manifests, end(from), end(to), { number, protocol: "TCP" });
};

const denyOut = policy("deny", "{ podSelector: {}, policyTypes: [Egress] }");
const denyIn = policy("deny", "{ podSelector: {} }");

describe("who reaches whom", () => {
  it.each([
    ["everything is open without policies", "", "one", "three", true],
    ["outside, too", "", "one", "169.254.169.254", true],
    ["a denial of one direction leaves the other open", denyOut, "three", "one", true],
    ["nothing leaves", denyOut, "one", "two", false],
    ["nothing comes in where no type is named", denyIn, "three", "one", false],
    ["policies of another namespace do not count", denyIn, "one", "three", true],
    [
      "both ends must agree",
      denyIn + policy("in", "{ podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] }"),
      "three",
      "one",
      false,
    ],
    [
      "a namespace by the label that the cluster writes",
      denyIn +
        policy(
          "in",
          "{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: b } } }] }] }",
        ),
      "three",
      "one",
      true,
    ],
    [
      "a rule without peers is for everybody",
      denyIn + policy("in", "{ podSelector: {}, ingress: [{}] }"),
      "three",
      "one",
      true,
    ],
    [
      "an exception of a block",
      denyOut +
        policy(
          "out",
          '{ podSelector: {}, policyTypes: [Egress], egress: [{ to: [{ ipBlock: { cidr: 0.0.0.0/0, except: ["169.254.0.0/16"] } }] }] }',
        ),
      "one",
      "169.254.169.254",
      false,
    ],
    [
      "a block that holds pods",
      denyOut +
        policy(
          "out",
          "{ podSelector: {}, policyTypes: [Egress], egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }] }",
        ),
      "one",
      "three",
      true,
    ],
    [
      "a port by the name that the container gives it",
      denyIn + policy("in", "{ podSelector: {}, ingress: [{ ports: [{ port: web }] }] }"),
      "two",
      "one",
      true,
    ],
    [
      "another port",
      denyIn +
        policy("in", "{ podSelector: {}, ingress: [{ ports: [{ port: 81, endPort: 99 }] }] }"),
      "two",
      "one",
      false,
    ],
    [
      "expressions",
      policy(
        "in",
        "{ podSelector: { matchExpressions: [{ key: app, operator: NotIn, values: [two] }] } }",
      ),
      "two",
      "one",
      false,
    ],
  ])("%s", (_, policies, from, to, wanted) => {
    expect(connects(policies, from, to)).toBe(wanted);
  });

  it("a pod in its node's network is held by no policy", () => {
    const manifests = read(namespaces + pod("a", "one", "  hostNetwork: true\n") + denyOut);
    const metadata = { is: "outside", address: addressOf("169.254.169.254") ?? 0 } as const;
    const port = { number: 80, protocol: "TCP" } as const;
    expect(mayConnect(manifests, podEnd(named(manifests, "one")), metadata, port)).toBe(true);
  });

  it("every address and port that is allowed is found by trying the edges", () => {
    const part = fc.integer({ min: 0, max: 255 });
    const block = fc
      .tuple(part, part, fc.integer({ min: 4, max: 32 }))
      .map(([a, b, bits]) => `${a}.${b}.0.0/${bits}`);
    const port = fc.integer({ min: 1, max: 65_535 });
    fc.assert(
      fc.property(block, block, port, part, part, port, (cidr, except, from, a, b, at) => {
        const rule = `{ to: [{ ipBlock: { cidr: ${cidr}, except: [${except}] } }], ports: [{ port: ${from}, endPort: 65535 }] }`;
        const out = policy("out", `{ podSelector: {}, policyTypes: [Egress], egress: [${rule}] }`);
        const manifests = read(pod("a", "one") + out);
        const opens = (address: number, number: number) =>
          mayConnect(
            manifests,
            podEnd(named(manifests, "one")),
            { is: "outside", address },
            { number, protocol: "TCP" },
          );
        const tried = addressesToTry(manifests.policies).some((address) =>
          portsToTry(manifests.policies).some(({ number }) => opens(address, number)),
        );
        expect(!opens(addressOf(`${a}.${b}.0.1`) ?? 0, at) || tried).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("is not tried out where there is too much of it", () => {
    const many = (count: number, one: (at: number) => string) =>
      tooManyToTry(read(Array.from({ length: count }, (_, at) => one(at)).join("")));
    const ports = Array.from({ length: 20 }, (_, at) => `{ port: ${at * 10 + 1} }`).join(", ");
    expect(many(3, (at) => pod("a", `p${at}`))).toBe(null);
    expect(many(21, (at) => pod("a", `p${at}`))).toContain("more than 20 pods");
    expect(many(41, (at) => policy(`p${at}`, "{ podSelector: {} }"))).toContain("40 policies");
    expect(
      many(1, () => policy("p", `{ podSelector: {}, ingress: [{ ports: [${ports}] }] }`)),
    ).toContain("ports");
  });

  it("one more rule never closes what was open", () => {
    const selector = fc.constantFrom(
      "{}",
      "{ matchLabels: { app: one } }",
      "{ matchLabels: { app: three } }",
    );
    const rule = fc
      .tuple(selector, fc.constantFrom("podSelector", "namespaceSelector"), fc.constantFrom(80, 81))
      .map(([of, by, port]) => `{ from: [{ ${by}: ${of} }], ports: [{ port: ${port} }] }`);
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 4 }), rule, (rules, more) => {
        const withRules = (all: readonly string[]) =>
          policy("in", `{ podSelector: {}, ingress: [${all.join(", ")}] }`);
        for (const from of ["two", "three"]) {
          const before = connects(withRules(rules), from, "one");
          expect(!before || connects(withRules([...rules, more]), from, "one")).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const role = (
  rules: string,
  kind = "Role",
  subjects = "[{ kind: ServiceAccount, namespace: a, name: sa }]",
) =>
  `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: r, namespace: a }
rules: ${rules}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: b, namespace: a }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ${kind}, name: r }
subjects: ${subjects}
---
`;

const grant = { verb: "get", group: "", resource: "configmaps", name: "params", namespace: "a" };
const account = { namespace: "a", name: "sa" };
const small =
  "[{ apiGroups: [''], resources: [configmaps], resourceNames: [params], verbs: [get] }]";

describe("who may do what", () => {
  it("a named right is that and no more", () => {
    const rights = rightsOf(read(role(small)), account);
    expect(may(rights, grant)).toBe(true);
    expect(may(rights, { ...grant, name: "other" })).toBe(false);
    expect(may(rights, { ...grant, namespace: "b" })).toBe(false);
    expect(areWithin(rights, [grant])).toBe(true);
  });

  it.each([
    ["without a name", small.replace("resourceNames: [params], ", "")],
    ["with a star", small.replace("[get]", "['*']")],
    ["with one more verb", small.replace("[get]", "[get, list]")],
    [
      "with hundreds of each",
      small.replaceAll(/\[[^[\]{}]+\]/g, `[${[...Array(300).keys()].map((n) => `v${n}`)}]`),
    ],
  ])("%s it is more than was allowed", (_, rules) => {
    expect(areWithin(rightsOf(read(role(rules)), account), [grant])).toBe(false);
  });

  it("a group of all accounts and a built-in role are seen", () => {
    const bound = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: b }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ kind: Group, name: "system:serviceaccounts" }]
`;
    const rights = rightsOf(read(bound), account);
    expect(may(rights, { ...grant, verb: "list", namespace: "elsewhere" })).toBe(true);
    expect(may(rights, { ...grant, verb: "create" })).toBe(false);
  });

  it("a token is mounted unless pod or account say no, and the pod decides", () => {
    const token = (ofAccount: string, ofPod: string) => {
      const sa = `apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: default, namespace: a }\n${ofAccount}---\n`;
      const manifests = read(sa + pod("a", "one", ofPod));
      return holdsToken(manifests, named(manifests, "one"));
    };
    const says = (value: string) => `automountServiceAccountToken: ${value}\n`;
    expect(token("", "")).toBe(true);
    expect(token(says("false"), "")).toBe(false);
    expect(token(says("false"), `  ${says("true")}`)).toBe(true);
    expect(token("", `  ${says("false")}`)).toBe(false);
  });
});

describe("what the model does not know", () => {
  it.each([
    ["a field", pod("a", "one", "  hostUsers: false\n"), "6: `hostUsers` is not known in `spec`"],
    [
      "a kind",
      "apiVersion: v1\nkind: Service\nmetadata: {}\n",
      "2: `kind` must be one of Namespace",
    ],
    ["a version", pod("a", "one").replace("v1", "v2"), "1: `apiVersion` of a Pod must be v1"],
    ["something twice", pod("a", "one") + pod("a", "one"), "10: the Pod one is there twice"],
    [
      "half a block of addresses",
      policy("p", "{ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0 } }] }] }"),
      "4: this must be a block",
    ],
  ])("is a fault: %s", (_, text, says) => {
    expect(faults(text).join("\n")).toContain(says);
  });
});
