import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import {
  cloudKey,
  drawPlatform,
  forgeToken,
  hex,
  liveKey,
  password,
  small,
  webToken,
} from "./logs.ts";

const cleaning = (pairs: readonly (readonly [line: string, cleaned: string])[]): CheckCase => ({
  args: ["clean", { lines: pairs.map(([line]) => line) }],
  wants: pairs.map(([, cleaned]) => cleaned),
});

export const shapes = (draw: Draw): readonly CheckCase[] => {
  const around = (before: string, secret: string, after: string) =>
    [`${before}${secret}${after}`, `${before}[secret]${after}`] as const;
  const shown = cleaning([around("job7 store key ", `ck_live_${"0a1b2c3d".repeat(3)}`, " loaded")]);
  const kinds = [liveKey, cloudKey, forgeToken, webToken].map((make) =>
    cleaning([
      around(`${draw.word(4)} `, make(draw), " ok"),
      around('{"key": "', make(draw), '", "n": 1}'),
      around("key=", make(draw), ","),
      around("", make(draw), ""),
      [`a ${make(draw)} b ${make(draw)}.`, "a [secret] b [secret]."],
    ]),
  );
  const address = ["postgres", "https", "redis"].map((scheme) =>
    around(`db1 opens ${scheme}://${draw.word(4)}:`, password(draw), "@db1/runs?x=1"),
  );
  const mixed = cleaning([
    [
      `${liveKey(draw)} redis://a:${password(draw)}@b ${cloudKey(draw)}`,
      "[secret] redis://a:[secret]@b [secret]",
    ],
  ]);
  return [{ ...shown, isPublic: true }, ...kinds, cleaning(address), mixed];
};

export const harmless = (draw: Draw): readonly CheckCase[] => {
  const id = [8, 4, 4, 4, 12].map((length) => hex(draw, length)).join("-");
  const same = (lines: readonly string[]): CheckCase => cleaning(lines.map((line) => [line, line]));
  return [
    same([
      `job7 checkout ${hex(draw, 40)} done`,
      `gpu3 image sha256:${hex(draw, 64)} pulled`,
      `web1 request ${id} took ${draw.whole(10, 99)} ms`,
      `gpu3 run ${small(draw, 24)} finished`,
      ...drawPlatform(draw)(2),
    ]),
    same([
      "web1 set your key: ck_live_yourkeyhere",
      `job7 uses ck_test_${small(draw, 24)} in tests`,
      `job7 path /srv/${draw.word(4)}_ck_live_${small(draw, 30)}`,
      `db1 table AKIA_${draw.word(5)} and AKIAN were dropped`,
      `web2 branch ghp_${draw.word(7)} merged`,
      "web2 eyJ.parse failed, eyJson.load.file too",
      "web1 see https://wiki.example:8080/ml@home and mail ada@example.net",
      "db1 opens postgres://reader@db1/runs at 12:30",
    ]),
  ];
};
