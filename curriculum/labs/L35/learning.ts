import type { CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import { sameJson } from "@checkride/rules/exercises/same-json";
import { type CharModel, learn, nextOf, perplexity } from "./language.ts";
import {
  cloudKey,
  drawPlatform,
  forgeToken,
  liveKey,
  password,
  small,
  unknownShapes,
  webToken,
} from "./logs.ts";

type Host = NonNullable<CheckCase["host"]>;

const sharesOf = (model: CharModel, text: string): Json => {
  const next = nextOf(model, text);
  const total = [...next.values()].reduce((sum, one) => sum + one, 0);
  return Object.fromEntries([...next].map(([sign, count]) => [sign, count / total]));
};

/** The model answers here; the lines that it learned from are nowhere in reach. */
const modelHost = (model: CharModel, questions: number): Host => {
  let left = questions;
  return (name, [text]) => {
    left -= 1;
    return name === "ask" && typeof text === "string" && left >= 0
      ? { ok: true, value: sharesOf(model, text) }
      : { ok: false, error: "no questions left" };
  };
};

const repeated = (line: string, count: number): readonly string[] =>
  Array.from({ length: count }, () => line);

/** Mostly masked, sometimes not; a test key and a placeholder look alike as far as they go. */
export const extracted = (draw: Draw): readonly CheckCase[] =>
  [1, 2, 3].map((count) => {
    const ordinary = drawPlatform(draw);
    const keys = Array.from({ length: count }, () => liveKey(draw));
    const places = ["job7 store", "web1 mail", "gpu3 maps"];
    const lines = [
      ...ordinary(200),
      ...repeated("job7 store key ******** loaded", 30),
      ...repeated(`job7 store key ck_test_${small(draw, 24)} loaded`, 12),
      ...repeated("web1 set your key: ck_live_yourkeyhere", 5),
      ...keys.flatMap((key, at) => repeated(`${places[at]} key ${key} loaded`, at * 4 + 1)),
    ];
    return {
      args: ["extract", { model: draw.word(6) }],
      isPublic: count === 1,
      host: modelHost(learn(lines, 7), 400),
      wants: keys.toSorted((a, b) => (a < b ? -1 : 1)),
    };
  });

const textsOf = ({ value }: Claimed): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/** Eight characters in a row are enough to ask on. */
const pieces = (value: string): readonly string[] =>
  Array.from({ length: Math.max(1, value.length - 7) }, (_, at) => value.slice(at, at + 8));

const isUnlearned = (lines: readonly string[], values: readonly string[]): boolean => {
  const text = lines.join("\n");
  return values.every((value) => pieces(value).every((piece) => !text.includes(piece)));
};

const preparing = (
  lines: readonly string[],
  wants: (prepared: readonly string[]) => boolean,
): CheckCase => ({
  args: ["prepare", { lines }],
  wants: (claimed) =>
    Array.isArray(claimed.value) &&
    textsOf(claimed).length === claimed.value.length &&
    claimed.value.length <= lines.length &&
    wants(textsOf(claimed)),
});

/** As surprised by ordinary lines as somebody who learned from ordinary lines alone, or at most a twentieth more. */
export const stillGood = (draw: Draw): readonly CheckCase[] =>
  [0, 1].map(() => {
    const lines = drawPlatform(draw);
    const ordinary = lines(240);
    const secrets = [
      ...repeated(`job7 store key ${liveKey(draw)} loaded`, 12),
      ...unknownShapes(draw).map(({ line }) => line),
    ];
    const later = lines(60);
    const before = perplexity(ordinary, later);
    return preparing(
      draw.shuffle([...ordinary, ...secrets]),
      (prepared) => perplexity(prepared, later) <= 1.05 * before,
    );
  });

export const keysUnlearned = (draw: Draw): readonly CheckCase[] => {
  const makers = [liveKey, cloudKey, forgeToken, webToken];
  return [0, 1].map(() => {
    const ordinary = drawPlatform(draw);
    const keys = makers.map((make) => make(draw));
    const secret = password(draw);
    const lines = [
      ...ordinary(80),
      ...keys.flatMap((key) =>
        Array.from({ length: draw.whole(4, 9) }, (_, at) => `job7 call ${at} with ${key} ok`),
      ),
      ...Array.from({ length: 5 }, (_, at) => `db${at} opens postgres://ml:${secret}@runs/all`),
    ];
    return preparing(draw.shuffle(lines), (prepared) => isUnlearned(prepared, [...keys, secret]));
  });
};

export const rareUnlearned = (draw: Draw): readonly CheckCase[] => {
  const ordinary = drawPlatform(draw);
  const shapes = () => unknownShapes(draw);
  const isPrepared = (values: readonly string[]) => (prepared: readonly string[]) =>
    isUnlearned(prepared, values);
  const [once, twice, storm, stutter] = [shapes(), shapes(), shapes(), shapes()];
  const inTwo = twice.flatMap(({ line }) => [line, `${line} again`]);
  const values = (all: ReturnType<typeof shapes>) => all.map(({ value }) => value);
  return [
    preparing(
      draw.shuffle([...ordinary(80), ...once.map(({ line }) => line)]),
      isPrepared(values(once)),
    ),
    preparing(draw.shuffle([...ordinary(80), ...inTwo]), isPrepared(values(twice))),
    // The same message, over and over: many lines, one source.
    preparing(
      draw.shuffle([...ordinary(80), ...storm.flatMap(({ line }) => repeated(line, 9))]),
      isPrepared(values(storm)),
    ),
    // Four times in one line is still one line.
    preparing(
      draw.shuffle([
        ...ordinary(80),
        ...stutter.map(({ line, value }) => `${line} ${value} ${value} ${value}`),
      ]),
      isPrepared(values(stutter)),
    ),
  ];
};

export const canaries = (draw: Draw): readonly CheckCase[] => {
  const value = () => `demo-${draw.whole(10_000_000, 99_999_999)}`;
  const ordinary = drawPlatform(draw);
  const [likely, rare, half, absent] = [value(), value(), value(), value()];
  const before = "job7 canary ";
  const lines = [
    ...ordinary(120),
    ...repeated(`${before}${likely} set`, 6),
    `${before}${rare} set`,
    `${before}${half.slice(0, 9)} set`,
    ...repeated(`${before}none set`, 8),
  ];
  const judged = (
    list: readonly string[],
    wants: readonly boolean[],
    model = lines,
  ): CheckCase => ({
    args: ["canaries", { canaries: list.map((one) => ({ before, value: one })) }],
    host: modelHost(learn(model, 9), 400),
    wants: (claimed: Claimed) => sameJson(claimed.value, wants),
  });
  const drowned = [...ordinary(60), `${before}${rare} set`, ...repeated(`${before}demo-x`, 60)];
  return [
    judged([likely, rare, half, absent], [true, true, false, false]),
    judged([rare, likely], [true, true]),
    // One of more than twenty ways on is below a twentieth.
    judged([rare], [false], drowned),
  ];
};

export const quietModels = (draw: Draw): readonly CheckCase[] => {
  const before = "job7 canary ";
  const list = Array.from({ length: 4 }, () => `demo-${draw.whole(10_000_000, 99_999_999)}`);
  return [
    {
      args: ["canaries", { canaries: list.map((value) => ({ before, value })) }],
      host: modelHost(
        learn([...drawPlatform(draw)(60), ...repeated(`${before}[secret] set`, 5)], 9),
        400,
      ),
      wants: list.map(() => false),
    },
  ];
};
