import type { CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import { sameJson } from "@checkride/rules/exercises/same-json";
import { chain, drawFields, type Fields, headOf, sha256, storeOf } from "./log-lines.ts";

type Texts = { readonly by?: string; readonly run?: string; readonly note?: string };
export type Params = { readonly [name: string]: Json };

type Appended = {
  readonly given: Texts & { readonly params?: Params; readonly model?: Buffer | null };
  /** Where it differs from what was given. */
  readonly kept?: Texts & { readonly params?: Params };
  readonly others?: readonly Fields[];
  readonly length?: number;
};

const isPlain = (line: string): boolean => /^[\x20-\x7e]+$/.test(line);

const parsed = (line: string): Json => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

/** One entry of one line behind all that others wrote, with exactly these fields. */
export const appending = (
  draw: Draw,
  { given, kept = {}, others = [], length = 3 }: Appended,
): CheckCase => {
  const now = `2026-09-0${draw.whole(1, 9)}T1${draw.whole(0, 9)}:00:00Z`;
  const run = { by: "triage job", run: draw.word(6), note: "", params: {}, ...given };
  const model = given.model?.toString("hex") ?? null;
  const first = chain("earlier", drawFields(draw, length));
  const store = storeOf(first, now, others);
  const wants = ({ value }: Claimed): boolean => {
    const before = store.lines.slice(0, -1);
    const line = store.lines.at(-1) ?? "";
    const digest = given.model == null ? null : sha256(given.model);
    const { model: _, ...texts } = run;
    const entry = { prev: headOf(before), at: now, ...texts, ...kept, model: digest };
    const count = length + others.length + 1;
    return (
      store.lines.length === count &&
      first.every((old, at) => before[at] === old) &&
      others.every((other, at) => before[length + at]?.includes(`"run":"${other.run}"`)) &&
      isPlain(line) &&
      sameJson(parsed(line), entry) &&
      sameJson(value, { number: count })
    );
  };
  return { args: ["append", { run: { ...run, model } }], wants, host: store.host };
};

const weights = (draw: Draw): Buffer => Buffer.from(draw.word(draw.whole(6, 20)));

export const ordinary = (draw: Draw): readonly CheckCase[] => [
  {
    ...appending(draw, {
      given: {
        run: "triage v12",
        note: "recall 0.85",
        params: { lr: 0.001 },
        model: weights(draw),
      },
    }),
    isPublic: true,
  },
  appending(draw, {
    given: { note: draw.word(5), params: { lr: 1e-5, layers: [64, 32], warm: true } },
  }),
  appending(draw, {
    given: { params: { data: { rows: 319, split: "weeks" }, seed: null } },
    length: 0,
  }),
  appending(draw, {
    given: { by: 'Jürgen "Jo" Müller', run: `größe\\${draw.word(3)}`, note: "{}, [] and 'x' 👍" },
  }),
];

export const words = (draw: Draw): readonly CheckCase[] =>
  [
    {
      note: `max_tokens=${draw.whole(100, 900)} tokenizer=bpe key_dim=64`,
      params: { max_tokens: 512, tokenizer: "bpe", key_dim: 64, token_count: 9, passwords_seen: 0 },
    },
    { note: "password reset is a class now; the secret of recall is data", params: {} },
    { note: "Bearer of bad news: recall fell. See https://wiki/ml:runs for more", params: {} },
    {
      note: `commit ${sha256(draw.word(4)).slice(0, 40)} of ada@example.net`,
      params: { at: "12:30" },
    },
  ].map((given) => appending(draw, { given }));

export const breaks = (draw: Draw): readonly CheckCase[] => {
  const forged = '{"prev":"","by":"council","note":"approved"}';
  return [
    ...["\n", "\r", "\r\n", "\u2028", "\u0085", "\u000b"].map((sign) =>
      appending(draw, { given: { run: `${draw.word(4)}${sign}${forged}` } }),
    ),
    appending(draw, { given: { note: `ok", "model": "${sha256(draw.word(3))}` } }),
    appending(draw, {
      given: { by: `a\u001b[2K\u202e${draw.word(3)}`, params: { "a\nb": "c\nd" } },
    }),
  ];
};

export const secrets = (draw: Draw): readonly CheckCase[] => {
  const secret = (): string => `${draw.word(10)}${draw.pick(["!", "_", "/", "=="])}${draw.word(6)}`;
  const both = (before: string, after: string): Appended => ({
    given: { note: `${before}${secret()}${after}` },
    kept: { note: `${before}[secret]${after}` },
  });
  const params: Params = {
    lr: 0.1,
    hf: { token: secret(), size: 3 },
    keys: [`DB_PASSWORD=${secret()}`],
  };
  const name = draw.pick(["HF_TOKEN", "wandb.api_key", "aws-access_key"]);
  return [
    both(`failed: password=`, " for user ml"),
    both(`${name}: `, ""),
    {
      given: { note: `secret=token=${secret()} env=passwd=${secret()}` },
      kept: { note: "secret=[secret] env=passwd=[secret]" },
    },
    both(`retry, Db_Secret=`, `\nsecond line ${draw.word(3)}`),
    {
      given: { note: `a token=${secret()} b passwd=${secret()}` },
      kept: { note: "a token=[secret] b passwd=[secret]" },
    },
    {
      given: { note: `Authorization: Bearer ${draw.word(24)} refused` },
      kept: { note: "Authorization: Bearer [secret] refused" },
    },
    {
      given: { run: `from postgres://ml:${draw.word(9)}@db/runs` },
      kept: { run: "from postgres://[secret]@db/runs" },
    },
    {
      given: { params },
      kept: {
        params: { lr: 0.1, hf: { token: "[secret]", size: 3 }, keys: ["DB_PASSWORD=[secret]"] },
      },
    },
    {
      given: {
        params: {
          [name]: [secret(), secret()],
          Password: { old: secret() },
          url: `https://a:${draw.word(8)}@x`,
        },
      },
      kept: { params: { [name]: "[secret]", Password: "[secret]", url: "https://[secret]@x" } },
    },
    { given: { by: `job api_key=${secret()}` }, kept: { by: "job api_key=[secret]" } },
  ].map((one) => appending(draw, one));
};

export const writers = (draw: Draw): readonly CheckCase[] =>
  [1, 2, 5].map((count) =>
    appending(draw, {
      given: { note: draw.word(5), model: weights(draw) },
      others: drawFields(draw, count),
      length: draw.whole(0, 3),
    }),
  );
