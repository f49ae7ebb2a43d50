import type { Draw } from "@checkride/range/draw";
import type { Offer } from "@checkride/range/kit/pipeline/install";

export type Task = {
  readonly team: string;
  readonly app: string;
  readonly versions: Readonly<Record<PackageName, string>>;
  readonly hashes: Readonly<Record<PackageName, string>>;
  readonly finding: string;
  readonly newFinding: string;
  /** The last day on which the exception holds. */
  readonly until: string;
  readonly commits: Readonly<Record<"checkout" | "upload" | "download" | "scan", string>>;
  readonly digests: Readonly<Record<BaseName, string>>;
  readonly evil: string;
};

export type PackageName = "servekit" | "vecmath" | "features";
export type BaseName = "full" | "slim" | "run" | "old";

export type Base = {
  readonly name: string;
  readonly tag: string;
  readonly digest: string;
  readonly python: string;
  readonly hasShell: boolean;
  readonly hasTools: boolean;
  readonly user: string;
  readonly isEvil: boolean;
};

export type Finding = {
  readonly id: string;
  readonly level: Level;
  /** A package, or a base image by its name and tag. */
  readonly component: string;
};

export const levels = ["low", "medium", "high", "critical"] as const;
export type Level = (typeof levels)[number];

/** Everything outside of the repository, on one day. */
export type World = {
  readonly title: string;
  readonly today: string;
  readonly offers: readonly Offer[];
  readonly bases: readonly Base[];
  readonly actions: readonly Action[];
  readonly findings: readonly Finding[];
  readonly scannerWorks: boolean;
};

export type Action = {
  readonly name: string;
  readonly tag: string;
  readonly commit: string;
  readonly isEvil: boolean;
};

const hex = (draw: Draw, length: number): string =>
  Array.from({ length }, () => draw.whole(0, 15).toString(16)).join("");

export const drawTask = (draw: Draw): Task => {
  const version = () => `${draw.whole(1, 4)}.${draw.whole(0, 9)}.${draw.whole(0, 9)}`;
  const day = draw.whole(11, 27);
  return {
    team: draw.pick(["otter", "heron", "marten", "lynx", "plover", "badger", "curlew", "stoat"]),
    app: draw.pick(["triage", "ranker", "tuner", "scorer", "planner"]),
    versions: { servekit: version(), vecmath: version(), features: version() },
    hashes: { servekit: hex(draw, 64), vecmath: hex(draw, 64), features: hex(draw, 64) },
    finding: `V-${draw.whole(1000, 4999)}`,
    newFinding: `V-${draw.whole(5000, 9999)}`,
    until: `2026-12-${day}`,
    commits: {
      checkout: hex(draw, 40),
      upload: hex(draw, 40),
      download: hex(draw, 40),
      scan: hex(draw, 40),
    },
    digests: { full: hex(draw, 64), slim: hex(draw, 64), run: hex(draw, 64), old: hex(draw, 64) },
    evil: hex(draw, 64),
  };
};

export const fillsOf = ({
  team,
  app,
  versions,
  hashes,
  finding,
  until,
  commits,
  digests,
}: Task) => ({
  team,
  app,
  finding,
  until,
  "servekit-version": versions.servekit,
  "vecmath-version": versions.vecmath,
  "features-version": versions.features,
  "servekit-hash": hashes.servekit,
  "vecmath-hash": hashes.vecmath,
  "features-hash": hashes.features,
  "checkout-commit": commits.checkout,
  "upload-commit": commits.upload,
  "download-commit": commits.download,
  "scan-commit": commits.scan,
  "full-digest": digests.full,
  "slim-digest": digests.slim,
  "run-digest": digests.run,
  "old-digest": digests.old,
});

export const publicIndex = "https://pypi.example/simple";
export const ownIndexOf = ({ team }: Task): string => `https://packages.${team}.example/simple`;

const offersOf = (task: Task): readonly Offer[] => {
  const { team, versions, hashes } = task;
  const offer = (
    index: string,
    name: string,
    kind: PackageName,
    needs: readonly string[],
  ): Offer => ({
    index,
    name,
    version: versions[kind],
    hash: hashes[kind],
    needs,
  });
  const both = [publicIndex, ownIndexOf(task)].flatMap((index) => [
    offer(index, "servekit", "servekit", ["vecmath"]),
    offer(index, "vecmath", "vecmath", []),
  ]);
  return [...both, offer(ownIndexOf(task), `${team}-features`, "features", ["vecmath"])];
};

const basesOf = ({ digests }: Task): readonly Base[] => {
  const base = { python: "3.13", hasShell: true, hasTools: false, user: "root", isEvil: false };
  return [
    { ...base, name: "registry.example/python", tag: "3.13", digest: digests.full, hasTools: true },
    {
      ...base,
      name: "registry.example/python",
      tag: "latest",
      digest: digests.full,
      hasTools: true,
    },
    { ...base, name: "registry.example/python", tag: "3.13-slim", digest: digests.slim },
    {
      ...base,
      name: "registry.example/python-run",
      tag: "3.13",
      digest: digests.run,
      hasShell: false,
      user: "65532",
    },
    {
      ...base,
      name: "registry.example/python-run",
      tag: "3.12",
      digest: digests.old,
      python: "3.12",
      hasShell: false,
      user: "65532",
    },
  ];
};

const actionsOf = ({ commits }: Task): readonly Action[] =>
  (
    [
      ["actions/checkout", "v5", commits.checkout],
      ["actions/upload-artifact", "v5", commits.upload],
      ["actions/download-artifact", "v5", commits.download],
      ["scan-example/image-scan", "v2", commits.scan],
    ] as const
  ).map(([name, tag, commit]) => ({ name, tag, commit, isEvil: false }));

const dayBefore = (until: string, days: number): string =>
  `${until.slice(0, 8)}${String(Number(until.slice(8)) - days).padStart(2, "0")}`;

/** An ordinary day, ten days before the exception ends. */
export const ordinary = (task: Task): World => ({
  title: "an ordinary day",
  today: dayBefore(task.until, 10),
  offers: offersOf(task),
  bases: basesOf(task),
  actions: actionsOf(task),
  findings: [
    { id: task.finding, level: "high", component: "vecmath" },
    { id: "V-0007", level: "low", component: "servekit" },
    { id: "V-0008", level: "medium", component: "registry.example/python:3.13" },
  ],
  scannerWorks: true,
});

export const lastDay = (task: Task): World => ({
  ...ordinary(task),
  title: "the last day of the exception",
  today: task.until,
});

export const dayAfter = (task: Task): World => ({
  ...ordinary(task),
  title: "the day after the exception",
  today: dayBefore(task.until, -1),
});

export const newFinding = (task: Task, level: "high" | "critical"): World => ({
  ...ordinary(task),
  title: `a new finding, ${level}`,
  findings: [...ordinary(task).findings, { id: task.newFinding, level, component: "servekit" }],
});

export const brokenScan = (task: Task): World => ({
  ...ordinary(task),
  title: "the scanner breaks off",
  scannerWorks: false,
});

/** Somebody has the rights of an owner and points the tags of all their actions elsewhere. */
export const movedAction = (task: Task, name: string): World => {
  const world = ordinary(task);
  const evil = { commit: task.evil.slice(0, 40), isEvil: true };
  return {
    ...world,
    title: `the tags of ${name} move`,
    actions: world.actions.flatMap((one) =>
      one.name === name
        ? [
            { ...one, ...evil },
            { ...one, tag: "" },
          ]
        : [one],
    ),
  };
};

export const movedBases = (task: Task): World => {
  const world = ordinary(task);
  const { evil } = task;
  return {
    ...world,
    title: "the tags of all images move",
    bases: world.bases.flatMap((one) => [
      { ...one, digest: evil, isEvil: true },
      { ...one, tag: "" },
    ]),
  };
};

/** A package of the private name, newer and in the same version, on the public index. */
export const takenName = (task: Task): World => {
  const world = ordinary(task);
  const name = `${task.team}-features`;
  const evil = { index: publicIndex, name, hash: task.evil, needs: [] };
  return {
    ...world,
    title: "the private name is taken on the public index",
    offers: [
      { ...evil, version: "99.0.0" },
      { ...evil, version: task.versions.features },
      ...world.offers,
    ],
  };
};

/** The file behind a version is another one than it was, on every index. */
export const changedBytes = (task: Task, name: string): World => {
  const world = ordinary(task);
  return {
    ...world,
    title: `the file of ${name} is another one`,
    offers: world.offers.map((one) => (one.name === name ? { ...one, hash: task.evil } : one)),
  };
};
