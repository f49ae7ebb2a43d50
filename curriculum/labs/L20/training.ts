import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import { sameJson } from "@checkride/rules/exercises/same-json";
import { type Call, drawCompany, isEmpty, playing, reader, refused, sha256 } from "./company.ts";
import {
  csvOf,
  type Delivery,
  drawDeliveries,
  isStoredWell,
  jobFor,
  nameOf,
} from "./deliveries.ts";

export const trains = (draw: Draw): readonly CheckCase[] =>
  [true, false].map((isPublic) => {
    const company = drawCompany(draw);
    const job = jobFor(draw, company, csvOf(drawDeliveries(draw)));
    const one = playing(company, [job], {
      answers: [{ kept: 60 }],
      and: () => isStoredWell(company, nameOf(job)) && company.aside.length === 0,
    });
    return { ...one, isPublic };
  });

/** Two nights, the same delivery, two names. */
export const twice = (draw: Draw): readonly CheckCase[] => {
  const company = drawCompany(draw);
  const csv = csvOf(drawDeliveries(draw));
  const [monday, tuesday] = [jobFor(draw, company, csv), jobFor(draw, company, csv)];
  const stored = (job: Call) => company.store.get(nameOf(job))?.data;
  return [
    playing(company, [monday, tuesday], {
      answers: [{ kept: 60 }, { kept: 60 }],
      and: () => stored(monday) !== undefined && stored(monday) === stored(tuesday),
    }),
  ];
};

/** Everything here is allowed: only the note is free text, and the numbers touch their limits. */
export const oddButFine = (draw: Draw): readonly CheckCase[] => {
  const notes = [
    "a, b",
    'the "big" gate',
    "two\nlines",
    "Größe, 5 €",
    "=1+1",
    "late; drop table",
    "nan",
  ];
  const company = drawCompany(draw);
  const ends = { minutes: "600", distance: "2000", weekday: "6", late: "1" };
  const rows = drawDeliveries(draw).map((row, at) => ({
    ...row,
    note: notes[at] ?? row.note,
    ...(at === 3 && ends),
    ...(at === 4 && { minutes: "0", distance: "0", weekday: "0", late: "0" }),
  }));
  const job = jobFor(draw, company, csvOf(rows));
  return [
    playing(company, [job], {
      answers: [{ kept: 60 }],
      and: () => isStoredWell(company, nameOf(job)) && company.aside.length === 0,
    }),
  ];
};

export const unpinned = (draw: Draw): readonly CheckCase[] => {
  const rows = drawDeliveries(draw);
  const honest = csvOf(rows);
  const others = [
    csvOf(rows.map((row) => ({ ...row, late: row.late === "1" ? "0" : "1" }))),
    csvOf(rows.slice(0, -1)),
    csvOf([...rows, ...rows.slice(0, 1).map((row) => ({ ...row, id: draw.word(6) }))]),
    `${honest} `,
    "",
  ];
  return others.map((csv, at) => {
    const company = drawCompany(draw);
    const job = jobFor(draw, company, csv, sha256(honest));
    const one = playing(company, [job], {
      answers: [refused("source")],
      and: () => isEmpty(company) && company.aside.length === 0,
    });
    return { ...one, isPublic: at === 0 };
  });
};

type Fault = readonly [reason: string, change: Partial<Delivery>];

const faults = (draw: Draw): readonly Fault[] => [
  ["minutes", { minutes: String(draw.whole(601, 9000)) }],
  ["minutes", { minutes: "1e9" }],
  ["minutes", { minutes: "-5", distance: "nan" }],
  ["minutes", { minutes: "" }],
  ["distance", { distance: "nan" }],
  ["distance", { distance: "inf" }],
  ["distance", { distance: String(draw.whole(2001, 9000)), late: "1; drop" }],
  ["weekday", { weekday: "7" }],
  ["weekday", { weekday: "2.5" }],
  ["late", { late: String(draw.whole(2, 9)) }],
  ["late", { late: "yes" }],
  ["id", { id: "" }],
];

const withFaults = (
  rows: readonly Delivery[],
  all: ReadonlyMap<number, Fault>,
): readonly Delivery[] => rows.map((row, at) => ({ ...row, ...all.get(at)?.[1] }));

const asideOf = (all: ReadonlyMap<number, Fault>): readonly Json[] =>
  [...all].map(([at, [reason]]) => [at + 2, reason]);

const places = (draw: Draw, count: number): readonly number[] =>
  draw
    .shuffle(Array.from({ length: 60 }, (_, at) => at))
    .slice(0, count)
    .toSorted((a, b) => a - b);

export const badRows = (draw: Draw): readonly CheckCase[] => {
  const all = draw.shuffle(faults(draw));
  const halves = [all.slice(0, 6), all.slice(6)].map((some) => {
    const at = places(draw, some.length);
    return new Map(some.map((fault, place): [number, Fault] => [at[place] ?? 0, fault]));
  });
  const cases = halves.map((chosen) => {
    const company = drawCompany(draw);
    const job = jobFor(draw, company, csvOf(withFaults(drawDeliveries(draw), chosen)));
    return playing(company, [job], {
      answers: [{ kept: 60 - chosen.size }],
      and: () => isStoredWell(company, nameOf(job)) && sameJson(company.aside, asideOf(chosen)),
    });
  });
  return [...cases, repeated(draw), cutOff(draw)];
};

/** One row ten times over, under its own id. */
const repeated = (draw: Draw): CheckCase => {
  const company = drawCompany(draw);
  const rows = drawDeliveries(draw);
  const again = rows.slice(5, 6).flatMap((row) => Array.from({ length: 10 }, () => row));
  const job = jobFor(draw, company, csvOf([...rows, ...again]));
  return playing(company, [job], {
    answers: [{ kept: 60 }],
    and: () =>
      sameJson(
        company.aside,
        again.map((_, at) => [62 + at, "id"]),
      ),
  });
};

/** The last line ends in the middle. */
const cutOff = (draw: Draw): CheckCase => {
  const company = drawCompany(draw);
  const csv = `${csvOf(drawDeliveries(draw))}${draw.word(5)},12`;
  const job = jobFor(draw, company, csv);
  return playing(company, [job], {
    answers: [{ kept: 60 }],
    and: () => sameJson(company.aside, [[62, "distance"]]),
  });
};

export const tooMany = (draw: Draw): readonly CheckCase[] => {
  const flooded = (count: number) => {
    const at = places(draw, count);
    return new Map(at.map((place): [number, Fault] => [place, ["late", { late: draw.word(3) }]]));
  };
  const stopped = [13, 60].map((count) => {
    const company = drawCompany(draw);
    const chosen = flooded(count);
    const job = jobFor(draw, company, csvOf(withFaults(drawDeliveries(draw), chosen)));
    return playing(company, [job], {
      answers: [refused("rows")],
      and: () => isEmpty(company) && sameJson(company.aside, asideOf(chosen)),
    });
  });
  const company = drawCompany(draw);
  const chosen = flooded(12);
  const fifth = jobFor(draw, company, csvOf(withFaults(drawDeliveries(draw), chosen)));
  const nothing = drawCompany(draw);
  return [
    ...stopped,
    playing(company, [fifth], {
      answers: [{ kept: 48 }],
      and: () => company.store.size === 1 && sameJson(company.aside, asideOf(chosen)),
    }),
    playing(nothing, [jobFor(draw, nothing, csvOf([]))], {
      answers: [refused("rows")],
      and: isEmpty,
    }),
  ];
};

export const secretsKept = (draw: Draw): readonly CheckCase[] => {
  const csv = csvOf(drawDeliveries(draw));
  const scoring = { do: "score", caller: reader, given: { name: draw.word(5), rows: [[1, 1, 1]] } };
  const down = ["503 try later", "500 internal error"].map((broken) => {
    const company = drawCompany(draw);
    company.broken = broken;
    return playing(company, [jobFor(draw, company, csv), scoring], {
      answers: [refused("store"), refused("store")],
      and: isEmpty,
    });
  });
  const missing = ["signing-key", "store-token"].map((name) => {
    const company = drawCompany(draw);
    company.secrets.delete(name);
    return playing(company, [jobFor(draw, company, csv)], {
      answers: [refused("secret")],
      and: isEmpty,
    });
  });
  const blank = drawCompany(draw);
  blank.secrets.set("signing-key", "");
  return [
    ...down,
    ...missing,
    playing(blank, [jobFor(draw, blank, csv)], { answers: [refused("secret")], and: isEmpty }),
  ];
};

/** A job pushes with the rights of who runs it, and once. */
export const jobRights = (draw: Draw): readonly CheckCase[] => {
  const company = drawCompany(draw);
  const csv = csvOf(drawDeliveries(draw));
  const job = jobFor(draw, company, csv);
  const stranger = { ...jobFor(draw, company, csv), caller: reader };
  return [
    playing(company, [job, stranger, job], {
      answers: [{ kept: 60 }, refused("role"), refused("exists")],
      and: () => company.store.size === 1 && isStoredWell(company, nameOf(job)),
    }),
  ];
};
