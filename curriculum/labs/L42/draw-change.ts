import type { Draw } from "@checkride/range/draw";
import { changeOf, type Piece } from "@checkride/range/kit/change";
import type { Planted, ReviewKey } from "@checkride/range/kit/judge-review";
import type { AskedOf } from "@checkride/rules/labs/asked";
import { javaChange } from "./change-java.ts";
import type { ChangeTemplate, Details, Part, Slot } from "./change-parts.ts";
import { pythonChange } from "./change-python.ts";
import { typescriptChange } from "./change-typescript.ts";
import { remark } from "./problems.ts";

export type Task = {
  readonly title: string;
  readonly says: string;
  readonly files: AskedOf<"review">["files"];
  readonly key: ReviewKey;
  /** Places that could have been weak and are not. */
  readonly sound: readonly Planted[];
  /** Said once the lab is done. */
  readonly afterwards: string;
};

const things = ["ticket", "booking", "claim", "parcel", "invoice", "repair", "visit"] as const;
const templates = [typescriptChange, pythonChange, javaChange] as const;
const weakAtOnce = 2;

const isSlot = (part: Part): part is Slot => typeof part !== "string" && "weak" in part;

export const drawTask = (draw: Draw): Task => {
  const thing = draw.pick(things);
  const names: Details = {
    thing,
    Thing: thing.charAt(0).toUpperCase() + thing.slice(1),
    host: `${draw.word(6)}.example`,
    seconds: draw.whole(5, 20),
  };
  const template = draw.pick(templates)(names);
  const slots = partsOf(template).filter(isSlot);
  const weak = new Set(draw.shuffle(slots).slice(0, weakAtOnce));
  return taskOf(template, weak);
};

const partsOf = ({ files }: ChangeTemplate): readonly Part[] => files.flatMap(({ parts }) => parts);

const pieceOf = (part: Part, weak: ReadonlySet<Part>): Piece => {
  if (typeof part === "string") return part;
  if ("odd" in part) return { id: part.odd, text: part.text };
  return { id: part.id, text: weak.has(part) ? part.weak : part.sound };
};

const taskOf = (template: ChangeTemplate, weak: ReadonlySet<Part>): Task => {
  const { title, says, files } = template;
  const changes = files.map(({ path, language, parts }) =>
    changeOf(
      path,
      language,
      parts.map((part) => pieceOf(part, weak)),
    ),
  );
  const places = changes.flatMap((change) => change.places);
  const parts = partsOf(template);
  const planted = (id: string, problems: readonly string[]): Planted => ({
    id,
    problems,
    places: places.filter((place) => place.id === id),
  });
  const slots = parts.filter(isSlot);
  const odd = parts.flatMap((part) => (typeof part !== "string" && "odd" in part ? part : []));
  const found = slots.filter((slot) => weak.has(slot));
  return {
    title,
    says,
    files: changes.map(({ file }) => file),
    key: {
      planted: found.map((slot) => planted(slot.id, slot.problems)),
      fine: odd.map((part) => planted(part.odd, [])),
      free: [remark],
    },
    sound: slots.filter((slot) => !weak.has(slot)).map(({ id, problems }) => planted(id, problems)),
    afterwards: [...found.map(({ attack }) => attack), ...odd.map(({ fine }) => fine)].join("\n"),
  };
};
