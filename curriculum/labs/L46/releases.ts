import type { Draw } from "@checkride/range/draw";
import { clock, type Job, type Window } from "./jobs.ts";

export type Release = {
  readonly id: string;
  readonly at: number;
  readonly build: string;
  readonly commit: string;
  /** Published with our token, and built by nobody here. */
  readonly isForeign: boolean;
};

const packages = ["acme-sdk", "acme-cli", "acme-forms", "acme-charts"] as const;

/** What came out under our name today. Where the token for it was taken, one of it may not be ours. */
export const drawReleases = (
  draw: Draw,
  jobs: readonly Job[],
  { from }: Window,
  isTokenTaken: boolean,
): readonly Release[] => {
  const sure = draw.shuffle(jobs.filter(({ isExposed }) => !isExposed)).slice(0, 4);
  const hex = (): string => `${draw.whole(1000, 9999)}${draw.word(3)}`;
  const own = sure.map(
    ({ id, installed }, at): Release => ({
      id: `${packages[at % packages.length]}-${draw.whole(1, 9)}.${draw.whole(0, 30)}.${draw.whole(0, 9)}`,
      at: Math.min(installed + draw.whole(5, 12), 890),
      build: `b-${id}`,
      commit: hex(),
      isForeign: false,
    }),
  );
  const foreign: Release = {
    id: `${packages[0]}-${draw.whole(10, 12)}.${draw.whole(0, 30)}.1`,
    at: draw.whole(from + 60, 880),
    build: "-",
    commit: "-",
    isForeign: true,
  };
  const all = isTokenTaken && draw.chance(0.7) ? [...own, foreign] : own;
  return all.toSorted((one, other) => one.at - other.at);
};

export const releaseText = (releases: readonly Release[]): string =>
  [
    "PUBLISHED UNDER OUR NAME TODAY, from the public index",
    "",
    ...releases.map(
      ({ id, at, build, commit }) =>
        `${clock(at)}  ${id.padEnd(22)} build=${build}  commit=${commit}`,
    ),
    "",
    "build and commit are written into a package by our pipeline.",
  ].join("\n");
