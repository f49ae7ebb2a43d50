import type { AskedOf } from "@checkride/rules/labs/asked";
import fc from "fast-check";
import { expect, test } from "vitest";
import { diagramOf } from "./threat-model-layout.ts";

const zones = ["outside", "moved", "code"].map((id) => ({ id, text: id }));

const asked = (isOwn: boolean): AskedOf<"threat-model"> => ({
  kind: "threat-model",
  id: "model",
  ask: "",
  system: { components: [], flows: [] },
  places: [{ component: "c0", column: 4, row: 2 }],
  isOwn,
  words: { zones, actions: [], effects: [], mitigations: [] },
  threatsMax: 5,
});

const systemOf = (count: number) => ({
  components: Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    title: "",
    shape: "service" as const,
    says: "",
  })),
  flows: [],
});

const inZones = (chosen: readonly (string | null)[]) => ({
  system: null,
  zones: chosen.flatMap((zone, at) => (zone === null ? [] : [{ component: `c${at}`, zone }])),
  threats: [],
  mitigations: [],
});

test("a given system stands where its author put it; what has no place is not drawn", () => {
  const { parts } = diagramOf(asked(false), systemOf(2), inZones([]));
  expect(parts).toMatchObject([{ id: "c0", column: 4, row: 2 }]);
});

test("an own system is drawn whole, each part on a place of its own, less trusted ones above", () => {
  const chosen = fc.array(fc.constantFrom(null, "outside", "moved", "code"), { maxLength: 20 });
  fc.assert(
    fc.property(chosen, (list) => {
      const { parts } = diagramOf(asked(true), systemOf(list.length), inZones(list));
      expect(parts).toHaveLength(list.length);
      expect(new Set(parts.map(({ column, row }) => `${column} ${row}`)).size).toBe(list.length);
      const rowsOf = (zone: string) =>
        parts.filter(({ id }) => list[Number(id.slice(1))] === zone).map(({ row }) => row);
      expect(Math.max(0, ...rowsOf("outside"))).toBeLessThan(Math.min(99, ...rowsOf("code")));
    }),
  );
});
