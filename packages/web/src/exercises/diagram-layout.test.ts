import type { Diagram } from "@checkride/rules/exercise";
import { expect, test } from "vitest";
import { box, layOut } from "./diagram-layout.ts";

const part = (id: string, column: number, row = 1) =>
  ({ id, title: id, shape: "service", column, row }) as const;

const diagram = (flows: Diagram["flows"], parts = [part("a", 1), part("b", 2)]): Diagram => ({
  parts,
  flows,
});

const flow = (id: string, from: string, to: string) => ({ id, from, to, title: id });

test("a flow leaves one box at its edge and meets the other at its edge", () => {
  const { flows, parts } = layOut(diagram([flow("f", "a", "b")]));
  const [startX] = /(-?\d+)/.exec(flows[0]?.path ?? "") ?? [];
  expect(Number(startX)).toBeGreaterThan((parts[0]?.x ?? 0) + box.width / 2);
  expect(flows[0]?.label.x).toBe(((parts[0]?.x ?? 0) + (parts[1]?.x ?? 0)) / 2);
});

test("there and back again do not lie on each other", () => {
  const { flows } = layOut(diagram([flow("there", "a", "b"), flow("back", "b", "a")]));
  const [there, back] = flows;
  expect(Math.abs((there?.label.y ?? 0) - (back?.label.y ?? 0))).toBeGreaterThan(40);
});

test("a flow past a third part goes around it", () => {
  const parts = [part("a", 1), part("b", 2), part("c", 3)];
  const { flows, parts: placed } = layOut(diagram([flow("far", "a", "c")], parts));
  expect(Math.abs((flows[0]?.label.y ?? 0) - (placed[1]?.y ?? 0))).toBeGreaterThan(box.height / 2);
});

test("everything lies inside the picture", () => {
  const parts = [part("a", 1), part("b", 2), part("c", 3), part("d", 1, 2)];
  const { flows, width, height } = layOut(
    diagram([flow("1", "a", "c"), flow("2", "c", "a"), flow("3", "a", "d")], parts),
  );
  for (const { label } of flows) {
    expect(label.x).toBeGreaterThan(0);
    expect(label.y).toBeGreaterThan(0);
    expect(label.x).toBeLessThan(width);
    expect(label.y).toBeLessThan(height);
  }
});

test("a flow to a part that is not there is left out", () => {
  expect(layOut(diagram([flow("f", "a", "nowhere")])).flows).toEqual([]);
});
