import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDockerfile } from "./dockerfile.ts";
import { compareVersions, install, type Offer } from "./install.ts";
import { readRequirements } from "./lock-file.ts";
import { accessOf, mayWrite, runWorkflow, secretsWithin, waitsFor } from "./run-workflow.ts";
import { readWorkflow, type Workflow } from "./workflow.ts";

const read = (text: string) => readWorkflow(new Map([["w.yaml", text]]), "w.yaml");

const workflow = (jobs: string, more = ""): Workflow => {
  const result = read(`on: { push: {} }\n${more}jobs:\n${jobs}`);
  const [one] = result.ok ? result.value : [];
  if (one === undefined) throw new Error(JSON.stringify(result));
  return one;
};

const job = (id: string, rest: string) => `  ${id}: { runs-on: ubuntu-24.04, ${rest} }\n`;
const expression = (inside: string): string => `\${{ ${inside} }}`;
const step = (name: string, rest = "") => `{ name: ${name}, run: ${name}${rest} }`;

/** Which steps are run when these fail. */
const ran = (jobs: string, ...failing: readonly string[]) =>
  runWorkflow(
    workflow(jobs),
    () =>
      ({ name }) =>
        failing.includes(name) ? "no" : null,
  ).flatMap(({ steps }) => steps.map((one) => one.step.name));

describe("a workflow", () => {
  const chain =
    job("b", `needs: a, steps: [${step("second")}]`) + job("a", `steps: [${step("first")}]`);

  it("runs jobs after those that they need, and not after one that failed", () => {
    expect(ran(chain)).toEqual(["first", "second"]);
    expect(ran(chain, "first")).toEqual(["first"]);
  });

  it.each([
    ["a step goes on", `steps: [${step("x", ", continue-on-error: true")}, ${step("y")}]`, "x y z"],
    ["a step stops", `steps: [${step("x")}, ${step("y")}]`, "x"],
    ["always runs", `steps: [${step("x")}, ${step("y", ", if: always()")}]`, "x y"],
    ["only after a failure", `steps: [${step("x")}, ${step("y", ", if: failure()")}]`, "x y"],
    ["a job goes on", `continue-on-error: true, steps: [${step("x")}, ${step("y")}]`, "x z"],
  ])("%s after x failed", (_, rest, wanted) => {
    const jobs = job("one", rest) + job("two", `needs: [one], steps: [${step("z")}]`);
    expect(ran(jobs, "x")).toEqual(wanted.split(" "));
  });

  it("never runs jobs that wait for each other, or for one that is not there", () => {
    const jobs =
      job("a", `needs: b, steps: [${step("x")}]`) +
      job("b", `needs: a, steps: [${step("y")}]`) +
      job("c", `needs: d, steps: [${step("z")}]`);
    expect(ran(jobs)).toEqual([]);
  });

  it("knows which jobs have ended before another begins", () => {
    const chain =
      job("a", "steps: []") + job("b", "needs: a, steps: []") + job("c", "needs: [b], steps: []");
    const one = workflow(chain + job("d", "steps: []"));
    const last = one.jobs.find(({ id }) => id === "c");
    expect(last && [...waitsFor(one, last)]).toEqual(["b", "a"]);
  });

  it("gives a step what the whole job sees from there on", () => {
    const token = (name: string) => `env: { T: "${expression(`secrets.${name}`)}" }`;
    const one = workflow(
      job(
        "a",
        `${token("JOB")}, steps: [${step("x", `, ${token("BEFORE")}`)}, ${step("y")}, ${step("z", `, ${token("AFTER")}`)}]`,
      ),
      `${token("ALL")}\n`,
    );
    const [first] = one.jobs;
    const middle = first?.steps[1];
    if (first === undefined || middle === undefined) throw new Error("there is no step");
    expect(secretsWithin(one, first, middle)).toEqual(["ALL", "JOB", "AFTER"]);
  });

  it("knows what the job's own token may do", () => {
    const usual = { all: "write", named: new Map() } as const;
    const access = (ofJob: string, ofAll: string) => {
      const one = workflow(job("a", `${ofJob}steps: [${step("x")}]`), ofAll);
      const [first] = one.jobs;
      return first !== undefined && mayWrite(accessOf(one, first, usual));
    };
    expect(access("", "")).toBe(true);
    expect(access("", "permissions: {}\n")).toBe(false);
    expect(access("permissions: { contents: read }, ", "permissions: write-all\n")).toBe(false);
    expect(access("permissions: { packages: write }, ", "permissions: {}\n")).toBe(true);
    expect(access("", "permissions: read-all\n")).toBe(false);
  });

  it.each([
    ["uses: actions/checkout", "`uses` must name an action as owner/name@version"],
    ["uses: a/b@c, run: x", "a step has `uses` or `run`, one of the two"],
    [`run: "echo ${expression("secrets.T")}"`, "write expressions into `env`, not into commands"],
    [
      `run: x, env: { T: "${expression("toJSON(secrets)")}" }`,
      "`toJSON(secrets)` is no expression",
    ],
    ["run: x, if: github.actor == 'me'", "`if` can be success()"],
    ["run: x, shell: bash", "`shell` is not known in `steps`"],
    ["run: x } ] }\n  b: { runs-on: mac, steps: [ { run: y", "`runs-on` is an ubuntu-"],
  ])("with a step { %s } is refused", (text, says) => {
    const result = read(`on: { push: {} }\njobs:\n${job("a", `steps: [{ ${text} }]`)}`);
    expect(result.ok ? "" : result.error.map((one) => one.says).join("\n")).toContain(says);
  });
});

describe("an image file", () => {
  it("is stages of steps, with lines that go on", () => {
    const text = `# syntax
FROM base:1 AS build
RUN pip install \\
  # why
  -r list.txt
from other@sha256:1
COPY --from=build --chown=1:1 /a /b/
USER 65532
ENV A=1 B=two
CMD ["python3", "main.py"]
`;
    const result = readDockerfile("Dockerfile", text);
    expect(result).toMatchObject({
      ok: true,
      value: {
        stages: [
          {
            from: "base:1",
            name: "build",
            steps: [{ command: "pip install -r list.txt", line: 3 }],
          },
          {
            from: "other@sha256:1",
            steps: [
              { from: "build", sources: ["/a"], to: "/b/" },
              { user: "65532" },
              { is: "env" },
              { words: ["python3", "main.py"] },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ["RUN x", "an image file begins with FROM"],
    ["FROM a\nADD x y", "the instruction ADD is not known here"],
    ["FROM a\nCMD python3 main.py", "a program is written as a list"],
    ["FROM a\nCOPY x", "COPY needs what to copy and where to"],
    ["", "an image file begins with FROM"],
  ])("%j is refused", (text, says) => {
    const result = readDockerfile("Dockerfile", text);
    expect(result.ok ? "" : result.error[0]?.says).toContain(says);
  });
});

const offer = (name: string, version: string, index: string, more: Partial<Offer> = {}): Offer => ({
  name,
  version,
  index,
  hash: "a".repeat(64),
  needs: [],
  ...more,
});

const world = [
  offer("own", "1.2.0", "ours", { needs: ["base"] }),
  offer("own", "99.0.0", "public", { hash: "e".repeat(64) }),
  offer("base", "2.10.0", "ours"),
  offer("base", "2.9.0", "ours"),
];

const installed = (text: string, indexes: readonly string[], requiresHashes = false) => {
  const requirements = readRequirements("r.txt", text);
  if (!requirements.ok) throw new Error(JSON.stringify(requirements.error));
  const result = install(
    { requirements: requirements.value, indexes, requiresHashes, withNeeded: true },
    world,
  );
  return result.ok
    ? result.offers.map(({ name, version }) => `${name} ${version}`)
    : result.because;
};

const hash = `--hash=sha256:${"a".repeat(64)}`;

describe("installing", () => {
  it.each([
    ["own", ["ours"], ["own 1.2.0", "base 2.10.0"]],
    ["own", ["ours", "public"], ["own 99.0.0"]],
    ["own>=1.0 # ours\nbase==2.9.0", ["ours"], ["own 1.2.0", "base 2.9.0"]],
    ["base~=2.9.0", ["ours"], ["base 2.9.0"]],
    [
      `own==1.2.0 \\\n  ${hash}\nbase==2.9.0 ${hash}`,
      ["ours", "public"],
      ["own 1.2.0", "base 2.9.0"],
    ],
    [`own==1.2.0 ${hash}`, ["ours"], "hash"],
    [`own==1.2.0 --hash=sha256:${"b".repeat(64)}`, ["ours"], "hash"],
    ["other", ["ours"], "not-found"],
  ])("%j from %j", (text, indexes, wanted) => {
    expect(installed(text, indexes)).toEqual(wanted);
  });

  it("without hashes where they are required installs nothing", () => {
    expect(installed("own==1.2.0", ["ours"], true)).toBe("hash");
  });

  it("orders versions by their numbers", () => {
    const version = fc.array(fc.nat(20), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(version, version, (a, b) => {
        const [one, other] = [a.join("."), b.join(".")];
        expect(Math.sign(compareVersions(one, other))).toBe(
          -Math.sign(compareVersions(other, one)) + 0,
        );
        expect(compareVersions(one, `${one}.1`)).toBeLessThan(0);
      }),
    );
  });
});

it("readers never throw, whatever they are given", () => {
  const pieces = fc.constantFrom(
    "FROM a",
    "RUN",
    "COPY",
    "\\",
    "\n",
    "#",
    "==",
    "--hash=",
    "jobs:",
    "{",
    "- ",
    "@",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      readDockerfile("Dockerfile", text);
      readRequirements("r.txt", text);
      read(text);
    }),
    { numRuns: 200 },
  );
});
