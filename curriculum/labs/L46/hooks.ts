import type { Draw } from "@checkride/range/draw";
import { clock, type Job, keptMachines, type Window } from "./jobs.ts";

/** A file that Python reads by itself when it starts. */
export type HookFile = { readonly text: string; readonly isBad: boolean };

const place = "/opt/python/lib/site-packages";

/** The two machines that keep their disks have the hook; others have files that look like it. */
export const drawHooks = (
  draw: Draw,
  { library, from, to }: Window,
  machines: readonly string[],
  jobs: readonly Job[],
): readonly HookFile[] => {
  const kept = machines.slice(0, keptMachines);
  const [third = "", fourth = "", fifth = ""] = draw.shuffle(machines.slice(keptMachines));
  const line = (machine: string, file: string, when: string, bytes: number): string =>
    `${machine}  ${when.padEnd(11)}  ${`${bytes}`.padStart(6)}  ${place}/${file}`;
  const bad = (machine: string): HookFile => {
    const came = jobs.find((job) => job.isExposed && job.machine === machine)?.installed ?? from;
    const when = `today ${clock(came)}`;
    return { text: line(machine, `${library}_init.pth`, when, 34_628), isBad: true };
  };
  const good = (text: string): HookFile => ({ text, isBad: false });
  const today = `today ${clock(draw.whole(from + 3, to - 3))}`;
  return draw.shuffle([
    ...kept.map(bad),
    ...[...kept, third, fourth, fifth].map((machine) =>
      good(line(machine, "distutils-precedence.pth", "3 March", 151)),
    ),
    // Of a team that works on its own copy of the library.
    good(line(third, `__editable__.${library}_plugin.pth`, "9 June", 74)),
    good(line(fourth, "coverage_start.pth", today, 38)),
    good(line(kept[0] ?? "", `${library}_types.pth`, "2 May", 61)),
  ]);
};

export const hookText = (hooks: readonly HookFile[]): string =>
  hooks.map(({ text }) => text).join("\n");
