import { readYamlFile } from "@checkride/range/kit/files/read-yaml-file";
import type { FileFault, Files, FilesLab } from "@checkride/range/kit/files-lab";
import { readDockerfile } from "@checkride/range/kit/pipeline/dockerfile";
import { readRequirements } from "@checkride/range/kit/pipeline/lock-file";
import { accessOf, mayWrite, secretsWithin } from "@checkride/range/kit/pipeline/run-workflow";
import { readWorkflow } from "@checkride/range/kit/pipeline/workflow";
import { commandFault, isForeign, startFault } from "./build-image.ts";
import {
  type Exception,
  lineFault,
  linesOf,
  type Model,
  type Published,
  type Replay,
  releaseSecret,
  replay,
  usualPermissions,
} from "./replay.ts";
import {
  brokenScan,
  changedBytes,
  dayAfter,
  drawTask,
  fillsOf,
  lastDay,
  movedAction,
  movedBases,
  newFinding,
  ordinary,
  type Task,
  takenName,
  type World,
} from "./world.ts";

/** Each is replayed a dozen times. */
const partsMax = 60;
const workflowFile = "release.yaml";

const readException = (files: Files) =>
  readYamlFile(files, "exceptions.yaml", (part) =>
    part.list((item) =>
      item.object((key): Exception => {
        const until = key("until").optional((one) => one.text());
        if (until !== null && !/^\d{4}-\d{2}-\d{2}$/.test(until)) {
          key("until").fault("`until` must be a day, such as 2026-12-24");
        }
        return { id: key("id").text(), until, why: key("why").text("") };
      }),
    ),
  );

const readModel: FilesLab<Task, Model>["reads"] = (files) => {
  const workflows = readWorkflow(files, workflowFile);
  const dockerfile = readDockerfile("Dockerfile", files.get("Dockerfile") ?? "");
  const requirements = readRequirements("requirements.txt", files.get("requirements.txt") ?? "");
  const exceptions = readException(files);
  const faults: FileFault[] = [workflows, dockerfile, requirements, exceptions].flatMap((one) =>
    one.ok ? [] : one.error,
  );
  const [workflow, ...more] = workflows.ok ? workflows.value : [];
  if (workflows.ok && (workflow === undefined || more.length > 0)) {
    faults.push({ path: workflowFile, line: 1, says: "the file must hold one workflow" });
  }
  const steps = workflow?.jobs.flatMap((job) => job.steps) ?? [];
  for (const command of steps.flatMap(({ run }) => linesOf(run ?? ""))) {
    const says = lineFault(command);
    if (says !== null) faults.push({ path: workflowFile, line: lineOf(files, command), says });
  }
  if (steps.length > partsMax || steps.flatMap(({ run }) => linesOf(run ?? "")).length > partsMax) {
    faults.push({ path: workflowFile, line: 1, says: `at most ${partsMax} steps and commands` });
  }
  const inImage = dockerfile.ok ? dockerfile.value.stages.flatMap((stage) => stage.steps) : [];
  if (inImage.length > partsMax) {
    faults.push({ path: "Dockerfile", line: 1, says: `at most ${partsMax} instructions` });
  }
  for (const step of inImage) {
    const says = step.is === "run" ? commandFault(step.command) : null;
    if (says !== null) faults.push({ path: "Dockerfile", line: step.line, says });
  }
  if (faults.length > 0 || workflow === undefined) return { ok: false, error: faults };
  if (!dockerfile.ok || !requirements.ok || !exceptions.ok) return { ok: false, error: faults };
  return {
    ok: true,
    value: {
      workflow,
      dockerfile: dockerfile.value,
      requirements: requirements.value,
      exceptions: exceptions.value.flat(),
    },
  };
};

const lineOf = (files: Files, command: string): number => {
  const lines = (files.get(workflowFile) ?? "").split("\n");
  return (
    Math.max(
      0,
      lines.findIndex((line) => line.includes(command)),
    ) + 1
  );
};

const ships = (task: Task, model: Model, world: World): boolean => {
  const { published } = replay(model, world);
  return published.length === 1 && published.every((one) => isGood(task, one));
};

const isGood = (task: Task, { image, hasParts, wasTouched }: Published): boolean =>
  hasParts && !wasTouched && !isForeign(image, task) && startFault(image, task) === null;

const stopsFor = (model: Model, world: World, reason: string): boolean => {
  const { published, stop } = replay(model, world);
  return published.length === 0 && stop?.startsWith(`${reason}: `) === true;
};

/** Nothing of foreign hands is released, and they get hold of nothing. */
const isUnharmed = (task: Task, model: Model, world: World): boolean => {
  const { published, stolen } = replay(model, world);
  return (
    stolen.length === 0 &&
    published.every(({ image, wasTouched }) => !wasTouched && !isForeign(image, task))
  );
};

const finalImages = (task: Task, model: Model) =>
  replay(model, ordinary(task)).published.map(({ image }) => image);

const isRoot = (user: string): boolean => /^(?:root|0+)(?::|$)/.test(user) || user.startsWith("$");

/** Jobs in which something foreign is at work: the scanner, and the packages that a build installs. */
const isAtRisk = ({ workflow }: Model): boolean =>
  workflow.jobs.some((job) =>
    job.steps.some((step) => {
      const isScan = step.uses?.action === "scan-example/image-scan";
      const isBuild = linesOf(step.run ?? "").some((line) => line.startsWith("docker build"));
      const [first = step] = job.steps;
      return (
        (isScan || isBuild) &&
        (secretsWithin(workflow, job, first).includes(releaseSecret) ||
          mayWrite(accessOf(workflow, job, usualPermissions)))
      );
    }),
  );

const say = (task: Task, model: Model, world: World): string => {
  const { published, stop, stolen }: Replay = replay(model, world);
  const ends = published.map(({ image, hasParts }) => {
    const fault = startFault(image, task);
    const parts = hasParts ? "with its parts list" : "without its parts list";
    return `published ${parts}, as ${image.user}${fault === null ? "" : `; it does not start: ${fault}`}`;
  });
  return [
    `${world.title} (${world.today})`,
    ...(stop === null ? [] : [`  fails:  ${stop}`]),
    ...(ends.length === 0 ? ["  nothing is published"] : ends.map((one) => `  ${one}`)),
    ...stolen.map((one) => `  stolen: ${one}`),
    ...(published.some(({ image, wasTouched }) => wasTouched || isForeign(image, task))
      ? ["  somebody else's code is in what was published"]
      : []),
  ].join("\n");
};

export const lab: FilesLab<Task, Model> = {
  draw: drawTask,
  fills: fillsOf,
  reads: readModel,
  shows: (task, model) =>
    [ordinary(task), movedAction(task, "scan-example/image-scan"), newFinding(task, "critical")]
      .map((world) => say(task, model, world))
      .join("\n\n"),
  checks: [
    {
      id: "ordinary-ships",
      half: "works",
      isPublic: true,
      says: "On an ordinary day the image is published once, with its parts list, and starts.",
      why: "Run shows where the build ends. The parts list must be that of the published image.",
      holds: (task, model) => ships(task, model, ordinary(task)),
    },
    {
      id: "exception-holds",
      half: "works",
      says: "While the exception holds, to its last day, the build goes through.",
      why: "The finding of ticket T-88 is accepted until a day, and that day counts.",
      holds: (task, model) => ships(task, model, lastDay(task)),
    },
    {
      id: "moved-tags",
      half: "attacks",
      says: "Tags of actions or images that move change nothing.",
      why: "A tag is looked up at every run. Whoever holds the owner's rights can point it elsewhere.",
      holds: (task, model) =>
        [
          movedBases(task),
          ...[
            "scan-example/image-scan",
            "actions/checkout",
            "actions/upload-artifact",
            "actions/download-artifact",
          ].map((name) => movedAction(task, name)),
        ].every((world) => isUnharmed(task, model, world)),
    },
    {
      id: "private-name",
      half: "attacks",
      says: "A package that takes the private name on the public index is not installed.",
      why: "Two indexes are asked alike: the higher version wins, wherever it lies.",
      holds: (task, model) => isUnharmed(task, model, takenName(task)),
    },
    {
      id: "other-bytes",
      half: "attacks",
      says: "Where the file behind a version is another one, the build stops for its hash.",
      why: "A version is a name, too. Packages that others need count as well.",
      holds: (task, model) =>
        ["servekit", "vecmath", `${task.team}-features`].every((name) =>
          stopsFor(model, changedBytes(task, name), "hash"),
        ),
    },
    {
      id: "findings-stop",
      half: "attacks",
      says: "A new finding, high or critical, stops the build, and so does a scan that breaks off.",
      why: "What a scanner says counts only if what comes after it waits for it, and for the same image.",
      holds: (task, model) =>
        stopsFor(model, newFinding(task, "high"), "findings") &&
        stopsFor(model, newFinding(task, "critical"), "findings") &&
        stopsFor(model, brokenScan(task), "scan") &&
        replay(model, ordinary(task)).published.every(({ wasScanned }) => wasScanned),
    },
    {
      id: "exception-ends",
      half: "attacks",
      says: "On the day after the exception the build stops.",
      why: "An exception without an end is a decision that nobody takes again.",
      holds: (task, model) => stopsFor(model, dayAfter(task), "findings"),
    },
    {
      id: "token-out-of-reach",
      half: "attacks",
      isPublic: true,
      says: "Neither the scanner nor what a build installs can reach the release token or write anything.",
      why: "Look at what the whole job sees, and at what its own token may do if nobody says so.",
      holds: (_, model) => !isAtRisk(model),
    },
    {
      id: "hardened-image",
      half: "attacks",
      isPublic: true,
      says: "The image runs without root and without build tools, and no key file lies in its layers.",
      why: "What is copied stays in its layer. The base image brings its user and its tools along.",
      holds: (task, model) =>
        finalImages(task, model).every(
          ({ user, base, files }) =>
            !isRoot(user) &&
            !base.hasTools &&
            [...files.values()].every((content) => content.is !== "keys"),
        ),
    },
  ],
};
