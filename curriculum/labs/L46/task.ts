import type { Draw } from "@checkride/range/draw";
import type { Choice } from "@checkride/range/kit/answered-lab";
import { drawHooks, type HookFile } from "./hooks.ts";
import { drawJobs, type Job, machines, type Window } from "./jobs.ts";
import { drawOptions, type Question } from "./options.ts";
import { drawReleases, type Release } from "./releases.ts";
import { drawSecrets, type Secret } from "./secrets.ts";

/** One variant: when it was there, who installed it, what was within its reach. */
export type Task = {
  readonly window: Window;
  readonly jobs: readonly Job[];
  readonly hooks: readonly HookFile[];
  readonly secrets: readonly Secret[];
  readonly releases: readonly Release[];
  readonly options: Readonly<Record<Question, readonly Choice[]>>;
};

const libraries = ["modelroute", "promptbridge", "chatfan", "tokenpath"] as const;
const teamNames = [
  "sdk",
  "platform",
  "search",
  "reports",
  "assistant",
  "billing",
  "mobile",
  "docs",
];

export const drawTask = (draw: Draw): Task => {
  const from = draw.whole(630, 655);
  const to = from + draw.whole(176, 205);
  const window = {
    library: draw.pick(libraries),
    from,
    saidTo: from + draw.whole(44, 52),
    to,
    mirrored: from + draw.whole(70, 130),
  };
  const teams = draw.shuffle(teamNames);
  const exposed = teams.slice(0, draw.whole(5, 6));
  const all = machines(draw);
  const place = { draw, window, machines: all, exposed, others: teams.slice(exposed.length) };
  const jobs = drawJobs(place);
  const secrets = drawSecrets(draw, exposed, teams.slice(exposed.length));
  const releases = drawReleases(
    draw,
    jobs,
    window,
    secrets.some(({ id, isTaken }) => isTaken && id === "registry-token"),
  );
  return {
    window,
    jobs,
    hooks: drawHooks(draw, window, all, jobs),
    secrets,
    releases,
    options: drawOptions(draw, { window, secrets, releases }),
  };
};

export const exposedIds = ({ jobs }: Task): readonly number[] =>
  jobs.filter(({ isExposed }) => isExposed).map(({ id }) => id);
