import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import {
  type Call,
  type Company,
  drawCompany,
  isEmpty,
  playing,
  publisher,
  reader,
  refused,
  signatureOf,
} from "./company.ts";

const modelBytes = (weights: readonly number[], bias: number): Buffer =>
  Buffer.from(JSON.stringify({ weights, bias }));

const rows = [
  [600, 2000, 1],
  [10, 20, 5],
  [300, 900, 3],
];

/** Above a limit for the minutes alone: easy to say what it answers. */
const drawModel = (draw: Draw) => {
  const limit = draw.whole(20, 550);
  return {
    data: modelBytes([600, 0, 0], -limit),
    late: rows.map(([minutes = 0]) => minutes > limit),
  };
};

const pushing = (name: string, data: Buffer, signature: Json, caller: Json = publisher): Call => ({
  do: "push",
  caller,
  given: { name, data: data.toString("hex"), signature },
});

const scoring = (name: string, caller: Json = reader): Call => ({
  do: "score",
  caller,
  given: { name, rows },
});

const storedIn = (
  company: Company,
  name: string,
  data: Buffer,
  signature: Json = signatureOf(company, name, data),
) => company.store.set(name, { data: data.toString("hex"), signature });

export const serves = (draw: Draw): readonly CheckCase[] => {
  const company = drawCompany(draw);
  const name = `model-${draw.word(5)}`;
  const { data, late } = drawModel(draw);
  const both = { name: draw.word(5), roles: ["viewer", "model-reader", "model-publisher"] };
  const other = drawCompany(draw);
  const whole = Buffer.from('{ "bias": -1,\n "weights": [2, 0, 0] }');
  storedIn(other, name, whole);
  return [
    {
      ...playing(
        company,
        [pushing(name, data, signatureOf(company, name, data)), scoring(name), scoring(name, both)],
        {
          answers: [{ pushed: name }, { late }, { late }],
        },
      ),
      isPublic: true,
    },
    playing(other, [scoring(name)], { answers: [{ late: [true, false, false] }] }),
  ];
};

const pickle = (draw: Draw): Buffer => {
  const code = `host.call("payload", "${draw.word(6)}")`;
  const length = String.fromCharCode(code.length);
  return Buffer.from(`\x80\x02cbuiltins\neval\nX${length}\0\0\0${code}\x85R.`, "latin1");
};

export const unfitModels = (draw: Draw): readonly CheckCase[] => {
  const harmless = "\x80\x02}(X\x07\0\0\0weights]X\x04\0\0\0biasK\0u.";
  const texts = [
    '{"weights": [1, NaN, 2], "bias": 0}',
    '{"weights": [1, 2, 3], "bias": Infinity}',
    '{"weights": [1, 2], "bias": 0}',
    '{"weights": [1, 2, "3"], "bias": 0}',
    '{"weights": [1, 2, true], "bias": 0}',
    '{"weights": [1, 2, 3]}',
    `[${draw.whole(1, 9)}]`,
    "[".repeat(9_000),
    draw.word(9),
    "",
  ];
  const files = [
    pickle(draw),
    Buffer.from(harmless, "latin1"),
    ...texts.map((text) => Buffer.from(text)),
  ];
  return files.map((data, at) => {
    const company = drawCompany(draw);
    const [name, old] = [draw.word(6), draw.word(6)];
    storedIn(company, old, data);
    return {
      ...playing(company, [pushing(name, data, signatureOf(company, name, data)), scoring(old)], {
        answers: [refused("model"), refused("model")],
        and: () => !company.store.has(name),
      }),
      isPublic: at === 0,
    };
  });
};

export const unsigned = (draw: Draw): readonly CheckCase[] => {
  const name = draw.word(6);
  const { data } = drawModel(draw);
  const other = drawModel(draw).data;
  const signatures = (company: Company): readonly Json[] => {
    const right = signatureOf(company, name, data);
    return [
      null,
      "",
      right.slice(0, 12),
      `${right}0`,
      `ü${right.slice(1)}`,
      signatureOf(company, `${name}x`, data),
    ];
  };
  const pushes = [0, 1, 2, 3, 4, 5].map((at) => {
    const company = drawCompany(draw);
    const call = pushing(name, data, signatures(company)[at] ?? null);
    return playing(company, [call], { answers: [refused("signature")], and: isEmpty });
  });
  const stranger = drawCompany(draw);
  const pulls = [0, 1, 2].map((kind) => {
    const company = drawCompany(draw);
    const right = signatureOf(company, name, data);
    if (kind === 0) storedIn(company, name, other, right);
    if (kind === 1) storedIn(company, name, data, signatureOf(stranger, name, data));
    if (kind === 2) storedIn(company, name, data, signatureOf(company, draw.word(4), data));
    return playing(company, [scoring(name)], { answers: [refused("signature")] });
  });
  const hostile = drawCompany(draw);
  const payload = pickle(draw);
  storedIn(hostile, name, payload, draw.word(9));
  const first = playing(hostile, [scoring(name), pushing(draw.word(5), payload, null)], {
    answers: [refused("signature"), refused("signature")],
  });
  return [...pushes, ...pulls, first];
};

export const roles = (draw: Draw): readonly CheckCase[] => {
  const name = draw.word(6);
  const { data, late } = drawModel(draw);
  const person = (...all: readonly string[]): Json => ({ name: draw.word(5), roles: [...all] });
  const strangers = [
    person(),
    person("viewer"),
    reader,
    person("model-publishers"),
    person("not-a-model-publisher"),
  ];
  const pushes = strangers.map((caller) => {
    const company = drawCompany(draw);
    const call = pushing(name, data, signatureOf(company, name, data), caller);
    return playing(company, [call], { answers: [refused("role")], and: isEmpty });
  });
  const company = drawCompany(draw);
  storedIn(company, name, data);
  const pulls = [person(), person("viewer"), publisher, person("model-readers"), person("admin")];
  return [
    ...pushes,
    playing(company, [...pulls.map((caller) => scoring(name, caller)), scoring(name)], {
      answers: [...pulls.map(() => refused("role")), { late }],
    }),
  ];
};

export const overwriting = (draw: Draw): readonly CheckCase[] => {
  const company = drawCompany(draw);
  const name = draw.word(6);
  const { data, late } = drawModel(draw);
  const other = drawModel(draw).data;
  storedIn(company, name, data);
  return [
    playing(
      company,
      [
        pushing(name, other, signatureOf(company, name, other)),
        scoring(name),
        scoring(draw.word(7)),
      ],
      { answers: [refused("exists"), { late }, refused("unknown")] },
    ),
  ];
};
