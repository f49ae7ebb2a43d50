import type { Dockerfile } from "@checkride/range/kit/pipeline/dockerfile";
import type { Requirement } from "@checkride/range/kit/pipeline/lock-file";
import {
  accessOf,
  mayWrite,
  runWorkflow,
  secretsWithin,
  waitsFor,
} from "@checkride/range/kit/pipeline/run-workflow";
import type { Job, Permissions, Step, Workflow } from "@checkride/range/kit/pipeline/workflow";
import { buildImage, type Image, packagesIn } from "./build-image.ts";
import { type Level, levels, type World } from "./world.ts";

export type Model = {
  readonly workflow: Workflow;
  readonly dockerfile: Dockerfile;
  readonly requirements: readonly Requirement[];
  readonly exceptions: readonly Exception[];
};

export type Exception = {
  readonly id: string;
  readonly until: string | null;
  readonly why: string;
};

export type Replay = {
  readonly published: readonly Published[];
  /** The first step that failed, and why. */
  readonly stop: string | null;
  /** What foreign code got hold of. */
  readonly stolen: readonly string[];
};

export type Published = {
  readonly image: Image;
  readonly wasScanned: boolean;
  readonly wasTouched: boolean;
  readonly hasParts: boolean;
};

/** An image on its way. Touched: foreign code had it in hand, or vouched for it. */
type Parcel = {
  readonly name: string;
  readonly image: Image;
  wasScanned: boolean;
  wasTouched: boolean;
};

type Item = Parcel | { readonly partsOf: Parcel };

/** What this organisation gives a job that asks for nothing. */
export const usualPermissions: Permissions = { all: "write", named: new Map() };

export const releaseSecret = "RELEASE_TOKEN";

type Shared = { readonly path: string; readonly item: Item; readonly by: string };

type Bench = {
  readonly model: Model;
  readonly world: World;
  readonly job: Job;
  readonly shared: Map<string, Shared>;
  readonly files: Map<string, Item>;
  readonly images: Map<string, Parcel>;
  readonly published: Published[];
  readonly stolen: Set<string>;
  hasSource: boolean;
  isTouched: boolean;
};

export const replay = (model: Model, world: World): Replay => {
  const shared: Bench["shared"] = new Map();
  const published: Published[] = [];
  const stolen = new Set<string>();
  const runs = runWorkflow(model.workflow, (job) => {
    const bench: Bench = {
      model,
      world,
      job,
      shared,
      published,
      stolen,
      files: new Map(),
      images: new Map(),
      hasSource: false,
      isTouched: false,
    };
    return (step) => (step.uses === null ? runCommands(bench, step) : useAction(bench, step));
  });
  const faults = runs.flatMap(({ job, steps }) =>
    steps.flatMap(({ step, fault }) =>
      fault === null ? [] : [`${fault} (${job.id}: ${step.name.split("\n")[0]})`],
    ),
  );
  return { published, stop: faults[0] ?? null, stolen: [...stolen] };
};

const useAction = (bench: Bench, step: Step): string | null => {
  const { action = "", ref = "" } = step.uses ?? {};
  const isCommit = /^[0-9a-f]{40}$/.test(ref);
  const found = bench.world.actions.find(
    (one) => one.name === action && (isCommit ? one.commit === ref : one.tag === ref),
  );
  if (found === undefined) return `not-found: there is no ${action}@${ref}`;
  if (found.isEvil) beRobbed(bench, step);
  const given = (name: string): string => step.given.get(name)?.text ?? "";
  switch (action) {
    case "actions/checkout":
      if (!mayReadSource(bench)) return "other: this job may not read the repository";
      bench.hasSource = true;
      return null;
    case "actions/upload-artifact": {
      const item = bench.files.get(given("path"));
      if (item === undefined) return `not-found: there is no ${given("path")} to upload`;
      bench.shared.set(given("name"), { path: given("path"), item, by: bench.job.id });
      return null;
    }
    case "actions/download-artifact": {
      const one = bench.shared.get(given("name"));
      // What runs at the same time may not have uploaded yet.
      if (one === undefined || !isEarlier(bench, one.by)) {
        return `not-found: no job before this one uploaded ${given("name")}`;
      }
      bench.files.set(one.path, one.item);
      return null;
    }
    default:
      return scan(bench, given);
  }
};

const isEarlier = ({ model, job }: Bench, by: string): boolean =>
  by === job.id || waitsFor(model.workflow, job).has(by);

const mayReadSource = ({ model, job }: Bench): boolean => {
  const { all, named } = accessOf(model.workflow, job, usualPermissions);
  return all !== "none" || (named.get("contents") ?? "none") !== "none";
};

/** Foreign code takes what it sees, and changes what lies around. */
const beRobbed = (bench: Bench, step: Step): void => {
  const { workflow } = bench.model;
  for (const secret of secretsWithin(workflow, bench.job, step)) bench.stolen.add(secret);
  if (mayWrite(accessOf(workflow, bench.job, usualPermissions))) {
    bench.stolen.add("a token that may write");
  }
  bench.isTouched = true;
  for (const item of [...bench.files.values(), ...bench.images.values()]) {
    if (!("partsOf" in item)) item.wasTouched = true;
  }
};

const parcelAt = (bench: Bench, name: string): Parcel | null => {
  const item = bench.images.get(name) ?? bench.files.get(name);
  return item === undefined || "partsOf" in item ? null : item;
};

const scan = (bench: Bench, given: (name: string) => string): string | null => {
  const { world, model } = bench;
  const parcel = parcelAt(bench, given("image"));
  if (parcel === null) return `not-found: there is no image ${given("image")} to scan`;
  if (!world.scannerWorks) return "scan: the scanner broke off, nothing is known";
  if (given("parts-list") !== "") bench.files.set(given("parts-list"), { partsOf: parcel });
  const fails = levels.indexOf(levels.find((level) => level === given("fails-on")) ?? "low");
  if (given("fails-on") === "")
    return "other: `fails-on` is missing; low, medium, high or critical";
  if (!levels.some((level) => level === given("fails-on")))
    return "other: `fails-on` names no level";
  const readsExceptions = given("exceptions") === "exceptions.yaml" && bench.hasSource;
  const allowed = readsExceptions
    ? model.exceptions
        .filter(({ until, why }) => why.trim() !== "" && (until === null || until >= world.today))
        .map(({ id }) => id)
    : [];
  const serious = findingsIn(parcel.image, world).filter(
    ({ id, level }) => levels.indexOf(level) >= fails && !allowed.includes(id),
  );
  parcel.wasScanned = true;
  return serious.length === 0 ? null : `findings: ${serious.map(({ id }) => id).join(", ")}`;
};

const findingsIn = (
  { base, files }: Image,
  { findings }: World,
): readonly { readonly id: string; readonly level: Level }[] => {
  const names = packagesIn(files).map(({ name }) => name);
  const inBase = base.hasTools ? "registry.example/python:3.13" : "";
  return findings.filter(({ component }) => [...names, inBase].includes(component));
};

const runCommands = (bench: Bench, { run, env }: Step): string | null => {
  for (const line of linesOf(run ?? "")) {
    const fault = runCommand(bench, line, env);
    if (fault !== null) return fault;
  }
  return null;
};

export const linesOf = (run: string): readonly string[] =>
  run
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));

const forms = {
  build: /^docker build -t ([\w./:-]+) \.$/,
  save: /^docker save ([\w./:-]+) -o ([\w./-]+)$/,
  load: /^docker load -i ([\w./-]+)$/,
  publish: /^publish ([\w./:-]+) --parts ([\w./-]+)$/,
} as const;

/** Null: the command is known. */
export const lineFault = (line: string): string | null =>
  Object.values(forms).some((form) => form.test(line))
    ? null
    : `\`${line.slice(0, 60)}\` is no command of this build; see registry.txt`;

const runCommand = (bench: Bench, line: string, env: Step["env"]): string | null => {
  const [, name = "", file = ""] =
    Object.values(forms)
      .map((form) => form.exec(line))
      .find((found) => found !== null) ?? [];
  if (forms.build.test(line)) return build(bench, name);
  if (forms.publish.test(line)) return publish(bench, name, file, env);
  const parcel = parcelAt(bench, name);
  if (parcel === null) return `not-found: there is no ${name}`;
  if (forms.save.test(line)) bench.files.set(file, parcel);
  else bench.images.set(parcel.name, parcel);
  return null;
};

const build = (bench: Bench, name: string): string | null => {
  if (!bench.hasSource) return "not-found: nothing was checked out";
  const built = buildImage(bench.model.dockerfile, bench.model.requirements, bench.world);
  if (!built.ok) return built.says;
  bench.images.set(name, {
    name,
    image: built.image,
    wasScanned: false,
    wasTouched: bench.isTouched,
  });
  return null;
};

const publish = (bench: Bench, name: string, parts: string, env: Step["env"]): string | null => {
  const { workflow } = bench.model;
  const parcel = parcelAt(bench, name);
  if (parcel === null) return `not-found: there is no image ${name}`;
  const list = bench.files.get(parts);
  const known = new Map([...workflow.env, ...bench.job.env, ...env]);
  const token = known.get(releaseSecret);
  const hasToken =
    /^\$\{\{[^}]*\}\}$/.test(token?.text ?? "") && token?.secrets[0] === releaseSecret;
  const { named } = accessOf(workflow, bench.job, usualPermissions);
  if (!hasToken && named.get("id-token") !== "write")
    return "other: nobody is logged in to publish";
  bench.published.push({
    image: parcel.image,
    wasScanned: parcel.wasScanned,
    wasTouched: parcel.wasTouched || bench.isTouched,
    hasParts: list !== undefined && "partsOf" in list && list.partsOf === parcel,
  });
  return null;
};
