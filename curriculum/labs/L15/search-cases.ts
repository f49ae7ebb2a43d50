import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { crowd, drawPlace, manual, shelf } from "./corpus.ts";
import { type Chunk, fieldsOf, type Value, wantedOf } from "./index-outside.ts";
import { handedOnly, inGroups, runs, type Step, searches } from "./steps.ts";

const scene = (draw: Draw) => {
  const place = drawPlace(draw);
  const session = { user: draw.word(4), tenant: place.own };
  const kind = { tenant: place.own, group: place.group };
  return { place, session, kind, people: inGroups(session.user, place.group) };
};

export const finds = (draw: Draw): readonly CheckCase[] => {
  const { place, session, kind, people } = scene(draw);
  const few = shelf(draw, place, 3, kind);
  const many = draw.shuffle(shelf(draw, place, 12, kind));
  const both = [
    ...shelf(draw, place, 4, kind),
    ...shelf(draw, place, 4, { ...kind, group: place.closed }),
  ];
  return [
    { ...runs([searches(session, place.question, few)], few, people), isPublic: true },
    runs([searches(session, place.question, many)], many, people),
    runs(
      [searches(session, place.question, both)],
      both,
      inGroups(session.user, place.closed, place.group),
    ),
    runs([searches(session, draw.word(9), [])], many, people),
  ];
};

/** Others have written more and better about it. */
const amongOthers = (draw: Draw, where: "tenant" | "group"): CheckCase => {
  const { place, session, kind, people } = scene(draw);
  const own = shelf(draw, place, draw.whole(5, 9), kind);
  const others =
    where === "tenant"
      ? crowd(draw, place, 25, { ...kind, tenant: place.foreign })
      : crowd(draw, place, 25, { ...kind, group: place.closed });
  const isOwn = handedOnly(({ tenant, group }) => tenant === place.own && group === place.group);
  const more = where === "tenant" ? { tenant: place.foreign } : { groups: [place.closed] };
  const all = draw.shuffle([...own, ...others]);
  return runs(
    [searches(session, place.question, own), searches(session, place.question, own, more)],
    all,
    people,
    isOwn,
  );
};

const shownLeak = (draw: Draw): CheckCase => {
  const { place, session, kind, people } = scene(draw);
  const own = shelf(draw, place, 2, kind);
  const others = crowd(draw, place, 2, { ...kind, tenant: place.foreign });
  const asked = searches(session, place.question, own, { tenant: place.foreign });
  return { ...runs([asked], [...own, ...others], people), isPublic: true };
};

export const tenants = (draw: Draw): readonly CheckCase[] => [
  shownLeak(draw),
  amongOthers(draw, "tenant"),
  amongOthers(draw, "tenant"),
];

/** Whoever is in no group finds nothing, and nothing is looked through. */
const inNoGroup = (draw: Draw): CheckCase => {
  const { place, session, kind } = scene(draw);
  const all = shelf(draw, place, 6, kind);
  return runs(
    [searches(session, place.question, [])],
    all,
    inGroups(session.user),
    handedOnly(() => false),
  );
};

export const groups = (draw: Draw): readonly CheckCase[] => [
  amongOthers(draw, "group"),
  amongOthers(draw, "group"),
  inNoGroup(draw),
];

export const changes = (draw: Draw): readonly CheckCase[] => {
  const { place, session, kind } = scene(draw);
  const open = shelf(draw, place, 3, kind);
  const closed = crowd(draw, place, 3, { ...kind, group: place.closed });
  const all = [...open, ...closed];
  const rights = [[place.group], [place.group, place.closed], [place.group], []];
  const allowed = [open, all, open, []];
  return [
    runs(
      allowed.map((chunks) => searches(session, place.question, chunks)),
      all,
      { groups: new Map([[session.user, rights]]), reviewers: [] },
    ),
  ];
};

export const fullLists = (draw: Draw): readonly CheckCase[] => {
  const { place, session, kind, people } = scene(draw);
  const others = shelf(draw, place, 6, kind);
  return [12, 45].map((length) => {
    const all = draw.shuffle([...manual(draw, place, length, kind), ...others]);
    return runs([searches(session, place.question, all)], all, people);
  });
};

export const alone = (draw: Draw): readonly CheckCase[] => {
  const { place, session, kind, people } = scene(draw);
  const all = manual(draw, place, 23, kind);
  return [runs([searches(session, place.question, all)], all, people)];
};

const fields = ["id", "source", "title", "text", "trust"];

const isShown = (chunk: Chunk, value: Value | undefined): boolean => {
  const found = fieldsOf(value);
  const trust = chunk.origin === "staff" ? "staff" : "outside";
  const wanted = new Map<string, Value>(Object.entries({ ...chunk, trust }));
  return found.size === fields.length && fields.every((key) => found.get(key) === wanted.get(key));
};

/** Exactly what the model needs, and who wrote it; found or read. */
export const shapes = (draw: Draw): readonly CheckCase[] => {
  const { place, session, kind, people } = scene(draw);
  const origins = draw.shuffle(["staff", "upload", "mail", "web", draw.word(5)]);
  const all = origins.flatMap((origin) => shelf(draw, place, 1, { ...kind, origin }));
  const wanted = wantedOf(place.question, all);
  return [
    runs(
      [
        {
          ...searches(session, place.question, all),
          gives: (value) =>
            Array.isArray(value) &&
            value.length === wanted.length &&
            wanted.every((chunk, at) => isShown(chunk, value[at])),
        },
        ...all.map(
          (chunk): Step => ({
            session,
            does: "read",
            args: { id: chunk.id },
            gives: (value) => isShown(chunk, value),
          }),
        ),
      ],
      all,
      people,
    ),
  ];
};
