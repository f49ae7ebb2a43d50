import type { Run, ScenarioPaper } from "@checkride/range/kit/incident";
import { hookText } from "./hooks.ts";
import { clock, jobLine, type Window } from "./jobs.ts";
import { releaseText } from "./releases.ts";
import { inventoryText } from "./secrets.ts";
import type { Task } from "./task.ts";

const first = ({ library, from, saidTo }: Window): string => `ADVISORY, ${library}, 15:00 UTC

Version 2.14.7 on the public index was not made by the project. It collects keys and environment variables when the library is imported, and sends them away.
It could be installed from ${clock(from)} to ${clock(saidTo)} UTC and has been removed. Whoever does not import ${library} is not concerned.
Last good version: 2.14.6.`;

const second = ({ library, from, to }: Window): string => `CORRECTION 1, 15:45 UTC

There was a second version, 2.14.8, with the same code. Together they could be installed from ${clock(from)} to ${clock(to)} UTC.
It need not be imported: a start-up file is written beside the library and runs at EVERY start of Python on that machine, also for programs that have nothing to do with ${library}. It reads what the process can read.
The way in was the project's own pipeline: a scanner that it ran had been changed, and took the token for publishing.`;

const third = ({ library }: Window): string => `CORRECTION 2, 16:50 UTC

What installs ${library} through another package is concerned as well, such as ${library}-agents, which asks for ${library}>=2.10 unless it is held by a lock file.
Mirrors and caches may serve 2.14.8 for as long as they keep it; our removal does not reach them.
The size of the start-up file is 34,628 bytes; the checksum given by some vendors is wrong.`;

const advisory = (window: Window, run: Run): string =>
  [
    first(window),
    ...(run.has("second") ? [second(window)] : []),
    ...(run.has("third") ? [third(window)] : []),
  ].join("\n\n");

const howWeBuild = ({ library }: Window): string => `HOW WE BUILD

began, install: a build may wait for a machine, or do other things first. Packages come in at "install".
wants: "lock with hashes" installs exactly what is in the lock file. Anything else takes the newest version that fits: ${library}>=2.10 is open, ~=2.14 takes any 2.14.x, <2.14 and ==2.14.6 do not reach the bad ones. ${library}-agents asks for ${library}>=2.10.
from index: the public index, as it is at that minute.
from mirror: our own mirror. It fetches a version at the first request and serves it until somebody removes it.
from wheelhouse: packages that we looked at and put there last Friday.
Machines: eight. Six are set up from their image for every build, two keep their disks, since some builds need that. Workspaces are deleted at 17:00.
Secrets: a build sees those of its team. What lives 10 minutes is dead by now.
Train: every full hour, builds that wait for nothing else go off together. Most of them use the mirror.
Cleaning: a machine that had something on it is set up from its image. A secret that is made anew while something still reads along is known at once.`;

const mirrorText = ({ library, from, mirrored }: Window): string =>
  `MIRROR, what it fetched of ${library}

Mon 09:12    ${library}-2.14.6
today ${clock(from - 40)}  ${library}_agents-1.3.0
today ${clock(mirrored)}  ${library}-2.14.8      first asked for by a build`;

export const papers = (task: Task): readonly ScenarioPaper[] => [
  {
    id: "advisory",
    title: "Advisory",
    language: "text",
    text: (run) => advisory(task.window, run),
  },
  { id: "how", title: "How we build", language: "text", text: howWeBuild(task.window) },
  {
    id: "inventory",
    title: "Secret inventory",
    language: "text",
    text: inventoryText(task.secrets),
  },
  {
    id: "jobs",
    title: "Builds of today",
    language: "log",
    text: task.jobs.map(jobLine).join("\n"),
    shown: (run) => run.has("fetch-jobs"),
  },
  {
    id: "mirror",
    title: "Mirror",
    language: "log",
    text: mirrorText(task.window),
    shown: (run) => run.has("fetch-jobs"),
  },
  {
    id: "hooks",
    title: "Start-up files on the machines",
    language: "log",
    text: hookText(task.hooks),
    shown: (run) => hasHooks(run),
  },
  {
    id: "releases",
    title: "Published today",
    language: "text",
    text: releaseText(task.releases),
    shown: (run) => run.has("releases"),
  },
];

/** Somebody has looked for what starts by itself. */
export const hasHooks = (run: Run): boolean =>
  ["search", "search-again"].some((move) => run.answers(move).chosen("what") === "startup");
