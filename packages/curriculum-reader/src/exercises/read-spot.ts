import { didYouMean } from "@checkride/rules/did-you-mean";
import type { Diagram, Exhibit, Spot, SpotMark } from "@checkride/rules/exercise";
import { z } from "zod";
import type { Path } from "../fault.ts";
import type { ExerciseDesk } from "./exercise-desk.ts";
import { diagramShape, readDiagram } from "./read-diagram.ts";
import { code, common, line, name } from "./shapes.ts";

const mark = z.strictObject(
  { has: code.optional(), part: name.optional(), why: line },
  { error: "made of `has` or `part`, and `why`" },
);

export const spotShape = z.strictObject(
  {
    ...common,
    diagram: diagramShape.optional(),
    marks: z
      .array(mark, { error: "a list of marks" })
      .min(1, { error: "a list with a mark in it" }),
    near: z.array(mark, { error: "a list of marks" }).optional(),
    otherwise: line,
  },
  { error: "a `spot` exercise" },
);

type MarkShape = z.infer<typeof mark>;

export const readSpot = (
  { diagram: drawn, marks, near = [], otherwise }: z.infer<typeof spotShape>,
  exhibit: Exhibit | null,
  desk: ExerciseDesk,
): Spot => {
  const diagram = drawn === undefined ? null : readDiagram(drawn, desk);
  if (diagram === null && exhibit === null) {
    desk.report([], "there is nothing to mark", { cure: "add `show` or `diagram`" });
  }
  const find = diagram === null ? lineFinder(exhibit, desk) : partFinder(diagram, desk);
  const read = (shapes: readonly MarkShape[], key: string): readonly SpotMark[] =>
    shapes.map((shape, index) => ({
      at: find(shape, [key, index]),
      why: desk.rich(shape.why, [key, index, "why"]),
    }));
  const right = read(marks, "marks");
  const wrong = read(near, "near");
  checkTwice([...right, ...wrong], marks.length, desk);
  return {
    kind: "spot",
    diagram,
    marks: right,
    near: wrong,
    otherwise: desk.rich(otherwise, ["otherwise"]),
  };
};

type Finder = (shape: MarkShape, path: Path) => string;

const lineFinder =
  (exhibit: Exhibit | null, desk: ExerciseDesk): Finder =>
  ({ has, part }, path) => {
    if (has === undefined) {
      const says = part === undefined ? "this mark marks nothing" : "`part` needs a `diagram`";
      desk.report(path, says, { cure: "write `has:` and words of the line" });
      return "0";
    }
    const lines = (exhibit?.text ?? "").split("\n");
    const found = lines.flatMap((text, index) => (text.includes(has) ? [index + 1] : []));
    if (found.length === 0 && exhibit !== null && exhibit.text !== "") {
      const meant = didYouMean(
        has,
        lines.map((text) => text.trim()),
      );
      desk.report([...path, "has"], "these words stand in no line of what is shown", {
        meant,
        cure: "write words of the line as they stand there",
      });
    } else if (found.length > 1) {
      desk.report([...path, "has"], `these words stand in the lines ${found.join(", ")}`, {
        cure: "write more of the line that is meant",
      });
    }
    return String(found[0] ?? 0);
  };

const partFinder = ({ parts, flows }: Diagram, desk: ExerciseDesk): Finder => {
  const ids = [...parts, ...flows].map(({ id }) => id);
  return ({ part }, path) => {
    if (part === undefined) {
      desk.report(path, "this mark marks nothing of the diagram", {
        cure: "write `part:` and the id of a part or flow",
      });
      return "";
    }
    if (!ids.includes(part)) {
      const meant = didYouMean(part, ids);
      desk.report([...path, "part"], `the diagram has no \`${part}\``, {
        meant,
        cure: `write one of ${ids.join(", ")}`,
      });
    }
    return part;
  };
};

const checkTwice = (marks: readonly SpotMark[], rightCount: number, desk: ExerciseDesk): void => {
  marks.forEach(({ at }, index) => {
    const first = marks.findIndex((other) => other.at === at);
    if (first === index || at === "0" || at === "") return;
    const path = index < rightCount ? ["marks", index] : ["near", index - rightCount];
    desk.report(path, "this place is marked twice", { cure: "remove one of the two" });
  });
};
