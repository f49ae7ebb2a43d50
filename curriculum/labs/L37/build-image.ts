import type { Dockerfile, ImageStep } from "@checkride/range/kit/pipeline/dockerfile";
import { install, type Offer } from "@checkride/range/kit/pipeline/install";
import type { Requirement } from "@checkride/range/kit/pipeline/lock-file";
import { type Base, publicIndex, type Task, type World } from "./world.ts";

export type Image = {
  readonly base: Base;
  readonly user: string;
  readonly env: ReadonlyMap<string, string>;
  readonly entry: readonly string[];
  /** What lies where. */
  readonly files: ReadonlyMap<string, Content>;
  readonly users: readonly string[];
  /** Foreign code had a hand in it: in its base, or in that of a stage from which something was copied. */
  readonly isTouched: boolean;
};

export type Content =
  | { readonly is: "app" | "keys" | "tests" | "list" }
  | { readonly is: "packages"; readonly offers: readonly Offer[]; readonly python: string };

type Built =
  | { readonly ok: true; readonly image: Image }
  | { readonly ok: false; readonly says: string };

type Stage = { -readonly [K in keyof Image]: Image[K] } & { workdir: string };

/** What lies in the folder that is built. */
const folder: ReadonlyMap<string, Content> = new Map([
  ["app", { is: "app" }],
  ["tests", { is: "tests" }],
  [".env", { is: "keys" }],
  ["requirements.txt", { is: "list" }],
]);

const system = "/usr/lib/python";

export const buildImage = (
  { stages }: Dockerfile,
  requirements: readonly Requirement[],
  world: World,
): Built => {
  const done = new Map<string, Stage>();
  let last: Stage | null = null;
  for (const { from, name, steps } of stages) {
    const base = done.get(from) ?? begin(from, world);
    if (base === null) return { ok: false, says: `not-found: there is no image ${from}` };
    const stage: Stage = { ...base, files: new Map(base.files), env: new Map(base.env) };
    for (const step of steps) {
      const fault = act(stage, step, { done, requirements, world });
      if (fault !== null) return { ok: false, says: `${fault} (Dockerfile, line ${step.line})` };
    }
    if (name !== "") done.set(name, stage);
    last = stage;
  }
  return last === null ? { ok: false, says: "not-found: no stage" } : { ok: true, image: last };
};

const begin = (from: string, { bases }: World): Stage | null => {
  const [name, digest] = from.split("@sha256:");
  const base =
    digest === undefined
      ? bases.find((one) => `${one.name}:${one.tag}` === from)
      : bases.find((one) => one.digest === digest && name?.split(":")[0] === one.name);
  if (base === undefined) return null;
  return {
    base,
    user: base.user,
    env: new Map(),
    entry: [],
    files: new Map(),
    workdir: "/",
    users: ["root", base.user],
    isTouched: base.isEvil,
  };
};

type Around = {
  readonly done: ReadonlyMap<string, Stage>;
  readonly requirements: readonly Requirement[];
  readonly world: World;
};

const act = (stage: Stage, step: ImageStep, around: Around): string | null => {
  switch (step.is) {
    case "user":
      stage.user = step.user;
      return null;
    case "env":
      stage.env = new Map([...stage.env, ...step.values]);
      return null;
    case "entry":
      stage.entry = step.words;
      return null;
    case "other":
      if (step.name === "WORKDIR") stage.workdir = absolute(stage, step.value);
      return null;
    case "copy":
      return copy(stage, step, around.done);
    case "run":
      return stage.base.hasShell
        ? run(stage, step.command, around)
        : `other: ${stage.base.name} has no shell to run anything with`;
  }
};

const absolute = ({ workdir }: Stage, path: string): string => {
  const whole = path.startsWith("/") ? path : `${workdir}/${path}`;
  const parts = whole.split("/").filter((part) => part !== "" && part !== ".");
  return `/${parts.join("/")}`;
};

const copy = (
  stage: Stage,
  { from, sources, to }: Extract<ImageStep, { is: "copy" }>,
  done: ReadonlyMap<string, Stage>,
): string | null => {
  const files = new Map(stage.files);
  stage.isTouched ||= from !== null && done.get(from)?.isTouched === true;
  const other = from === null ? null : done.get(from);
  if (other === undefined) return `not-found: there is no stage ${from}`;
  for (const source of sources) {
    const found = other === null ? fromFolder(source) : fromStage(other, source);
    if (found.length === 0) return `not-found: there is no ${source} to be copied`;
    for (const [inside, content] of found) {
      const isFile = ["list", "keys"].includes(content.is) && inside === "";
      const own = source.split("/").at(-1) ?? "";
      const name = isFile && !/(?:^|\/)\.?$/.test(to) ? to : `${to}/${isFile ? own : inside}`;
      files.set(absolute(stage, name), content);
    }
  }
  stage.files = files;
  return null;
};

type Found = readonly (readonly [inside: string, Content])[];

const fromFolder = (source: string): Found => {
  const name = source.replace(/^\.\//, "").replace(/\/$/, "");
  if (name === "" || name === ".") return [...folder];
  const content = folder.get(name);
  return content === undefined ? [] : [["", content]];
};

const fromStage = (stage: Stage, source: string): Found => {
  const at = absolute(stage, source);
  return [...stage.files].flatMap(([path, content]) =>
    path === at || path.startsWith(at === "/" ? "/" : `${at}/`)
      ? [[path.slice(at.length).replace(/^\//, ""), content] as const]
      : [],
  );
};

const harmless = ["apt-get", "useradd", "adduser", "groupadd", "mkdir", "chown", "rm", "true"];

/** Null: it is known. */
export const commandFault = (command: string): string | null => {
  for (const part of command.split("&&")) {
    const words = part.trim().split(/\s+/);
    if (harmless.includes(words[0] ?? "")) continue;
    const fault = typeof readPip(words) === "string" ? readPip(words) : null;
    if (typeof fault === "string") return fault;
  }
  return null;
};

const run = (stage: Stage, command: string, around: Around): string | null => {
  for (const part of command.split("&&")) {
    const words = part.trim().split(/\s+/);
    if (["useradd", "adduser"].includes(words[0] ?? "")) {
      stage.users = [...stage.users, words.at(-1) ?? ""];
    }
    if (harmless.includes(words[0] ?? "")) continue;
    const fault = pip(stage, words, around);
    if (fault !== null) return fault;
  }
  return null;
};

type Pip = {
  readonly target: string | null;
  readonly index: string | null;
  readonly extra: readonly string[];
  readonly file: string;
  readonly requiresHashes: boolean;
  readonly withNeeded: boolean;
};

const takesValue = [
  "-r",
  "--requirement",
  "-t",
  "--target",
  "-i",
  "--index-url",
  "--extra-index-url",
];
const flags = [
  "--require-hashes",
  "--no-deps",
  "--no-cache-dir",
  "--upgrade",
  "--only-binary=:all:",
];

const readPip = (words: readonly string[]): Pip | string => {
  const start = words[0] === "python3" && words[1] === "-m" ? words.slice(2) : words;
  if (start[0] !== "pip" || start[1] !== "install") {
    return `RUN knows pip install, ${harmless.join(", ")}; not \`${words[0]}\``;
  }
  const options = start.slice(2).flatMap((word) => {
    const [name = "", ...value] = word.split("=");
    return name.startsWith("--") && value.length > 0 && takesValue.includes(name)
      ? [name, value.join("=")]
      : [word];
  });
  const values: [string, string][] = [];
  const set = new Set<string>();
  for (let at = 0; at < options.length; at++) {
    const option = options[at] ?? "";
    if (takesValue.includes(option)) values.push([option, options[++at] ?? ""]);
    else if (flags.includes(option)) set.add(option);
    else return `pip install does not know \`${option}\` here; packages stand in requirements.txt`;
  }
  const last = (...names: readonly string[]) =>
    values.findLast(([name]) => names.includes(name))?.[1] ?? null;
  return {
    target: last("-t", "--target"),
    index: last("-i", "--index-url"),
    extra: values.flatMap(([name, value]) => (name === "--extra-index-url" ? [value] : [])),
    file: last("-r", "--requirement") ?? "",
    requiresHashes: set.has("--require-hashes"),
    withNeeded: !set.has("--no-deps"),
  };
};

const pip = (stage: Stage, words: readonly string[], { requirements, world }: Around) => {
  const asked = readPip(words);
  if (typeof asked === "string") return `other: ${asked}`;
  if (stage.files.get(absolute(stage, asked.file))?.is !== "list") {
    return `not-found: ${asked.file} was not copied into the image`;
  }
  const extra = stage.env.get("PIP_EXTRA_INDEX_URL");
  const installed = install(
    {
      requirements,
      indexes: [
        asked.index ?? stage.env.get("PIP_INDEX_URL") ?? publicIndex,
        ...asked.extra,
        ...(extra === undefined ? [] : [extra]),
      ],
      requiresHashes: asked.requiresHashes,
      withNeeded: asked.withNeeded,
    },
    world.offers,
  );
  if (!installed.ok) return `${installed.because}: ${installed.says}`;
  const at = asked.target === null ? system : absolute(stage, asked.target);
  const { python } = stage.base;
  stage.files = new Map([
    ...stage.files,
    [at, { is: "packages", offers: installed.offers, python }],
  ]);
  return null;
};

/** Whose bytes of it nobody reviewed. */
export const isForeign = ({ isTouched, files }: Image, { evil }: Task): boolean =>
  isTouched || packagesIn(files).some(({ hash }) => hash === evil);

export const packagesIn = (files: Image["files"]): readonly Offer[] =>
  [...files.values()].flatMap((one) => (one.is === "packages" ? one.offers : []));

/** Why it does not start; null: it starts. */
export const startFault = (
  { base, env, entry, files, user, users }: Image,
  { team }: Task,
): string | null => {
  const [name = ""] = user.split(":");
  if (!/^\d+$/.test(name) && !users.includes(name)) return `there is no user ${name}`;
  const [program = "", script = ""] = entry;
  if (!["python3", "python"].includes(program)) return "no program is started with python3";
  const at = script.replace(/\/main\.py$/, "");
  if (script === at || files.get(at)?.is !== "app") return `there is no ${script}`;
  const paths = [system, ...(env.get("PYTHONPATH") ?? "").split(":")];
  const found = paths.flatMap((path) => {
    const content = files.get(path);
    return content?.is === "packages" && content.python === base.python ? content.offers : [];
  });
  const missing = ["servekit", "vecmath", `${team}-features`].find(
    (name) => !found.some((one) => one.name === name),
  );
  return missing === undefined ? null : `${missing} is not found by Python ${base.python}`;
};
