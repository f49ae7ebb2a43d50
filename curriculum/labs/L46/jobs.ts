import type { Draw } from "@checkride/range/draw";

/** One build, as its log has it. Times are minutes since midnight. */
export type Job = {
  readonly id: number;
  readonly team: string;
  readonly machine: string;
  readonly began: number;
  readonly installed: number;
  readonly wants: string;
  readonly from: "index" | "mirror" | "wheelhouse";
  readonly isExposed: boolean;
};

export type Window = {
  readonly library: string;
  readonly from: number;
  /** Where the first advisory thought that it ended. */
  readonly saidTo: number;
  readonly to: number;
  /** When our mirror fetched the bad version; it has served it since. */
  readonly mirrored: number;
};

type Sort = Pick<Job, "installed" | "wants" | "from" | "isExposed"> & { readonly lead?: number };

const now = 15 * 60;

export const clock = (minute: number): string => {
  const two = (value: number): string => `${value}`.padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
};

export const jobLine = ({ id, team, machine, began, installed, wants, from }: Job): string =>
  `b-${id} began=${clock(began)} install=${clock(installed)} ${machine} team=${team} from=${from} wants=${wants}`;

const free = (draw: Draw, library: string): string =>
  draw.pick([library, `${library}>=2.10`, `${library}~=2.14`, `${library}-agents>=1.2`]);

/** Ways in which the bad version came in: with these a team is exposed. */
const badSorts = (draw: Draw, { library, from, saidTo, to, mirrored }: Window): readonly Sort[] => {
  const bad = { from: "index", isExposed: true } as const;
  return [
    { ...bad, installed: draw.whole(from + 1, saidTo - 1), wants: `${library}>=2.10` },
    { ...bad, installed: draw.whole(saidTo + 5, to - 1), wants: free(draw, library) },
    { ...bad, installed: draw.whole(saidTo + 5, to - 1), wants: `${library}-agents>=1.2` },
    // It had waited for a machine.
    { ...bad, installed: draw.whole(from + 2, from + 20), wants: library, lead: 35 },
    { ...bad, from: "mirror", installed: draw.whole(to + 5, now - 5), wants: free(draw, library) },
    { ...bad, from: "mirror", installed: mirrored, wants: `${library}~=2.14` },
  ];
};

const goodSorts = (draw: Draw, { library, from, to, mirrored }: Window): readonly Sort[] => {
  const within = (): number => draw.whole(from + 1, to - 1);
  const good = { from: "index", isExposed: false } as const;
  return [
    { ...good, installed: within(), wants: `lock with hashes (${library}==2.14.6)` },
    { ...good, installed: within(), wants: `lock with hashes (${library}-agents==1.3.0)` },
    { ...good, installed: within(), wants: `${library}==2.14.6` },
    { ...good, installed: within(), wants: `${library}<2.14` },
    { ...good, installed: within(), wants: "pandas>=2, pyarrow" },
    { ...good, installed: within(), from: "wheelhouse", wants: library },
    { ...good, installed: draw.whole(from - 90, from - 3), wants: library },
    { ...good, installed: draw.whole(to + 4, now - 5), wants: `${library}>=2.10` },
    // Began while it was there, and installed when it was gone.
    { ...good, installed: to + draw.whole(3, 12), wants: free(draw, library), lead: 30 },
    { ...good, from: "mirror", installed: draw.whole(from + 1, mirrored - 2), wants: library },
  ];
};

/** The first ones keep their disks between builds. */
export const keptMachines = 2;

export const machines = (draw: Draw): readonly string[] =>
  draw.shuffle(
    Array.from({ length: 8 }, (_, at) => `build-${at + 1}${draw.pick(["a", "b", "c"])}`),
  );

type Making = {
  readonly draw: Draw;
  readonly window: Window;
  readonly machines: readonly string[];
  readonly exposed: readonly string[];
  readonly others: readonly string[];
};

const pickFrom = (machines: readonly string[], at: number): string =>
  machines[at % machines.length] ?? "";

/** Forty builds: of each exposed team one or more bad ones, of all teams good ones. */
export const drawJobs = ({
  draw,
  window,
  machines: all,
  exposed,
  others,
}: Making): readonly Job[] => {
  const first = draw.whole(4100, 4800);
  const teams = [...exposed, ...others];
  const bad = [
    ...badSorts(draw, window),
    ...draw.shuffle(badSorts(draw, window)).slice(0, draw.whole(3, 5)),
  ];
  const good = Array.from({ length: 4 }, () => goodSorts(draw, window)).flat();
  const rows = [
    ...bad.map((sort, at) => ({ sort, team: exposed[at % exposed.length] ?? "" })),
    ...good
      .slice(0, 40 - bad.length)
      .map((sort, at) => ({ sort, team: teams[at % teams.length] ?? "" })),
  ];
  // Where disks are kept, the hook reads along with whoever builds next: others never build there.
  const fresh = all.slice(keptMachines);
  return rows
    .map(({ sort: { lead, ...sort }, team }, at) => ({
      ...sort,
      team,
      machine: pickFrom(exposed.includes(team) ? all : fresh, at),
      began: sort.installed - (lead ?? draw.whole(1, 4)),
    }))
    .toSorted((one, other) => one.began - other.began)
    .map((job, at) => ({ ...job, id: first + at }));
};
