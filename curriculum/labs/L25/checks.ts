import type { Check, CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { HostFunction } from "@checkride/range/submission";
import type { Json } from "@checkride/rules/exercise";
import { type Day, drawDays, drawWorld, type Planned, type Shift, type World } from "./streams.ts";

type Alarm = {
  readonly day: number;
  readonly kind: string;
  readonly name: string;
  readonly isWhole: boolean;
};

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** What was raised, and after which day was seen: recorded where no program can change it. */
const alarmsOf = ({ hostCalls }: Claimed, { owners }: World): readonly Alarm[] => {
  let day = 0;
  return hostCalls.flatMap(({ name: call, args: [said] }) => {
    if (call === "next_day") day += 1;
    if (call !== "alarm" || typeof said !== "object" || said === null) return [];
    const { kind, name, owner, action } = Object.fromEntries(Object.entries(said));
    const words = new Set(textOf(action).split(/\s+/)).size;
    const isOwned = textOf(owner) !== "" && owners[textOf(name)] === owner;
    return [{ day, kind: textOf(kind), name: textOf(name), isWhole: isOwned && words >= 5 }];
  });
};

const stream = (
  world: World,
  days: readonly Day[],
  reference: readonly Day[],
  calendar: readonly Planned[],
  isRight: (alarms: readonly Alarm[]) => boolean,
): CheckCase => {
  let next = 0;
  const host: HostFunction = (name) => {
    if (name === "alarm") return { ok: true, value: null };
    if (name !== "next_day") return { ok: false, error: `There is no ${name}.` };
    next += 1;
    return { ok: true, value: days[next - 1] ?? null };
  };
  return {
    args: [{ days: reference, owners: world.owners }, calendar],
    host,
    wants: (claimed) => {
      const seen = claimed.hostCalls.filter(({ name }) => name === "next_day").length;
      return seen > days.length && isRight(alarmsOf(claimed, world));
    },
  };
};

type Story = {
  readonly days: number;
  readonly shift?: (world: World) => Shift;
  readonly calendar?: (world: World) => readonly Planned[];
  readonly isRight: (alarms: readonly Alarm[], world: World) => boolean;
};

const tell = (draw: Draw, { days, shift, calendar, isRight }: Story): CheckCase => {
  const world = drawWorld(draw);
  const reference = drawDays(draw, world, -27, 28);
  const lived = drawDays(draw, world, 1, days, shift?.(world));
  return stream(world, lived, reference, calendar?.(world) ?? [], (alarms) =>
    isRight(alarms, world),
  );
};

/** The first alarm of this name comes in time, none comes before, and hardly any other. */
const foundIn = (
  alarms: readonly Alarm[],
  name: string,
  kind: string,
  from: number,
  to: number,
) => {
  const own = alarms.filter((alarm) => alarm.name === name && alarm.kind === kind);
  const [first] = own;
  // Shares add up to one: where one source grows, the others shrink.
  const others = alarms.filter(
    (alarm) => alarm.kind !== kind || (kind === "input" && alarm.name !== name),
  );
  return first !== undefined && first.day >= from && first.day <= to && others.length <= 1;
};

const one = (name: string, part: number, points: number) => new Map([[name, { part, points }]]);

const smallest = (world: World, name: string): number => {
  const shares = world.usual[name] ?? [];
  return shares.indexOf(Math.min(...shares.filter((share) => share > 0.1)));
};

const jumps = (day: number, after = 5): Story => ({
  days: day + after,
  shift: (world) => (today) =>
    today < day ? new Map() : one(world.inputs[1], smallest(world, world.inputs[1]), 12),
  isRight: (alarms, world) => foundIn(alarms, world.inputs[1], "input", day, day + 2),
});

const creeps = (day: number): Story => ({
  days: day + 22,
  shift: (world) => (today) =>
    one(
      world.inputs[0],
      (world.usual[world.inputs[0]] ?? []).indexOf(0.22),
      0.3 * Math.max(0, today - day),
    ),
  isRight: (alarms, world) => foundIn(alarms, world.inputs[0], "input", day, day + 21),
});

const poisons = (day: number): Story => ({
  days: day + 4,
  shift: () => (today) => (today === day ? one("sources", 2, 13) : new Map()),
  isRight: (alarms, world) => foundIn(alarms, world.sources[2], "source", day, day),
});

const quiet = (days: number): Story => ({ days, isRight: (alarms) => alarms.length <= 1 });

const launch = (world: World): Planned => ({ from: 6, to: 16, inputs: [world.inputs[2]] });

const launched = (until: number) => (world: World) => (today: number) =>
  today >= 6 && today <= until
    ? one(world.inputs[2], smallest(world, world.inputs[2]), 14)
    : new Map();

export const checks: readonly Check[] = [
  {
    id: "quiet-months",
    half: "works",
    says: "In 60 quiet days with their weekends there is at most one alarm.",
    why: "Saturdays are not Mondays: compare with days of the same kind. And a day of 500 rows moves by itself.",
    cases: (draw) => [{ ...tell(draw, quiet(14)), isPublic: true }, tell(draw, quiet(60))],
  },
  {
    id: "launch-expected",
    half: "works",
    says: "A change of an input that the calendar announces is no alarm while it lasts, nor afterwards.",
    why: "The calendar names inputs and days. Days of the launch belong in no window of that input later on either.",
    cases: (draw) => [
      tell(draw, {
        days: 32,
        shift: launched(16),
        calendar: (world) => [launch(world)],
        isRight: (alarms) => alarms.length <= 1,
      }),
    ],
  },
  {
    id: "jump-found",
    half: "attacks",
    says: "A sudden change of one input is found within two days, by its name, and not before.",
    why: "Labels come three weeks late. Inputs are there tonight: compare each with its reference.",
    cases: (draw) => [
      { ...tell(draw, jumps(15)), isPublic: true },
      tell(draw, jumps(draw.whole(9, 18))),
    ],
  },
  {
    id: "slow-drift-found",
    half: "attacks",
    says: "A slow change of one input is found within 21 days.",
    why: "Day by day it hides in the noise. A window of one or two weeks has less of it.",
    cases: (draw) => [tell(draw, creeps(draw.whole(4, 9)))],
  },
  {
    id: "batch-named",
    half: "attacks",
    says: "A batch that one source floods on a single day is found that night, by the name of the source.",
    why: "Accuracy is unchanged and so is the number of rows. The share of the source is not.",
    cases: (draw) => [tell(draw, poisons(15)), tell(draw, poisons(draw.pick([8, 10, 16, 18])))],
  },
  {
    id: "silence-heard",
    half: "attacks",
    says: "A source that falls silent is found within two days.",
    why: "Look in both directions: a share of nothing is a change too.",
    cases: (draw) => {
      const day = draw.whole(8, 14);
      return [
        tell(draw, {
          days: day + 5,
          shift: () => (today) => (today < day ? new Map() : one("sources", 2, -8)),
          isRight: (alarms, world) => foundIn(alarms, world.sources[2], "source", day, day + 2),
        }),
      ];
    },
  },
  {
    id: "answers-watched",
    half: "attacks",
    says: "A change of what the model answers is found, though all inputs are as they were.",
    why: "A new model, a changed threshold or an attack on the pair of both shows first in the answers.",
    cases: (draw) => {
      const day = draw.whole(8, 14);
      return [
        tell(draw, {
          days: day + 5,
          shift: () => (today) => (today < day ? new Map() : one("answers", 2, 14)),
          isRight: (alarms) => foundIn(alarms, "answers", "answers", day, day + 2),
        }),
      ];
    },
  },
  {
    id: "launch-hides-nothing",
    half: "attacks",
    says: "During a launch other inputs are still watched, and what stays changed after its end is found.",
    why: "An entry in the calendar is for its inputs and its days, and for nothing else.",
    cases: (draw) => [
      tell(draw, {
        days: 15,
        shift: (world) => (today) =>
          new Map([
            ...launched(16)(world)(today),
            ...(today < 9 ? [] : one(world.inputs[1], smallest(world, world.inputs[1]), 12)),
          ]),
        calendar: (world) => [launch(world)],
        isRight: (alarms, world) => foundIn(alarms, world.inputs[1], "input", 9, 11),
      }),
      tell(draw, {
        days: 21,
        shift: launched(26),
        calendar: (world) => [launch(world)],
        isRight: (alarms, world) => foundIn(alarms, world.inputs[2], "input", 17, 20),
      }),
    ],
  },
  {
    id: "alarm-can-be-acted-on",
    half: "attacks",
    says: "Each alarm has the owner of what it names and a first action, and is not repeated within a week.",
    why: "The eighth alarm about the same thing is read by nobody. Owners are in the reference.",
    cases: (draw) => [
      tell(draw, {
        ...jumps(draw.whole(8, 12), 12),
        isRight: (alarms) =>
          alarms.length > 0 &&
          alarms.every(
            ({ isWhole, day, name }) =>
              isWhole &&
              alarms.filter(
                (other) => other.name === name && other.day >= day && other.day < day + 7,
              ).length === 1,
          ),
      }),
    ],
  },
];
