import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Drawable, type DrawOrder, drawItems } from "./draw-items.ts";
import type { ItemLevel } from "./item.ts";

const levels: readonly ItemLevel[] = [1, 1, 2, 2, 3];

/** Five topics of two forms in each competency, as the bank that ships is built; some of it is newer. */
const bank: readonly Drawable[] = ["A", "B", "C", "D"].flatMap((competency) =>
  levels.flatMap((level, index) =>
    [1, 2].map((form) => {
      const topic = `${competency.toLowerCase()}${index + 1}`;
      const added = index === 4 || (index === 3 && form === 2) ? "2026-11-01" : "2026-01-01";
      return { id: `${topic}-${form}`, competency, topic: { id: topic }, level, added };
    }),
  ),
);

const anOrder = (parts: Partial<DrawOrder> = {}): DrawOrder => ({
  counts: { A: 3, B: 2 },
  seed: "ada 1",
  lastTry: new Set(),
  seen: new Set(),
  newSince: null,
  ...parts,
});

const idsOf = (items: readonly Drawable[]): readonly string[] => items.map(({ id }) => id);
const ids = idsOf(bank);

const orders = fc
  .record({
    counts: fc.record({ A: fc.nat(10), B: fc.nat(10), C: fc.nat(10) }),
    seed: fc.string(),
    seen: fc.subarray([...ids]),
    lastShare: fc.nat(100),
    newSince: fc.constantFrom(null, "2026-06-01", "2027-01-01"),
  })
  .map(({ counts, seed, seen, lastShare, newSince }) => {
    const last = seen.slice(0, Math.floor((seen.length * lastShare) / 100));
    return anOrder({ counts, seed, seen: new Set(seen), lastTry: new Set(last), newSince });
  });

describe("a draw", () => {
  it("is what was ordered: counts, no item twice, easy to hard", () => {
    fc.assert(
      fc.property(orders, (order) => {
        const drawn = drawItems(bank, order);
        for (const [competency, count] of Object.entries(order.counts)) {
          expect(drawn.filter((item) => item.competency === competency)).toHaveLength(count);
        }
        expect(new Set(idsOf(drawn)).size).toBe(drawn.length);
        expect(drawn.map(({ level }) => level)).toEqual(drawn.map(({ level }) => level).toSorted());
      }),
    );
  });

  it("is the same for the same seed, in whatever order the bank comes", () => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(idsOf(drawItems(bank.toReversed(), order))).toEqual(idsOf(drawItems(bank, order)));
      }),
    );
  });

  it("never repeats an item of the last try while the topic has another form", () => {
    fc.assert(
      fc.property(orders, (order) => {
        const drawn = drawItems(bank, order);
        for (const item of drawn.filter(({ id }) => order.lastTry.has(id))) {
          const others = bank.filter(
            (other) => other.topic.id === item.topic.id && !order.lastTry.has(other.id),
          );
          expect(idsOf(drawn)).toEqual(expect.arrayContaining([...idsOf(others)]));
        }
      }),
    );
  });

  it("takes a second form of a topic only when every topic has given one", () => {
    fc.assert(
      fc.property(orders, (order) => {
        const topics = drawItems(bank, order)
          .filter(({ competency }) => competency === "A")
          .map(({ topic }) => topic.id);
        expect(new Set(topics).size).toBe(Math.min(5, topics.length));
      }),
    );
  });

  it("spreads each competency over its levels", () => {
    for (let n = 0; n < 50; n++) {
      const drawn = drawItems(bank, anOrder({ seed: String(n) }));
      const levelsOf = (id: string) =>
        drawn.filter((item) => item.competency === id).map(({ level }) => level);
      expect(levelsOf("A")).toEqual([1, 2, 3]);
      expect(levelsOf("B")).toEqual([1, 2]);
    }
  });

  it("differs from person to person", () => {
    const draws = Array.from({ length: 50 }, (_, n) =>
      idsOf(drawItems(bank, anOrder({ seed: `person ${n}` }))).join(),
    );
    expect(new Set(draws).size).toBeGreaterThan(40);
  });

  it("takes half of it from what is new, where there is enough", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const counts = { A: 3, B: 3, C: 2 };
        const drawn = drawItems(bank, anOrder({ counts, seed, newSince: "2026-06-01" }));
        expect(drawn.filter(({ added }) => added > "2026-06-01")).toHaveLength(4);
      }),
    );
  });

  it("is shorter where the bank has no more", () => {
    expect(drawItems(bank, anOrder({ counts: { A: 30 } }))).toHaveLength(10);
    expect(drawItems([], anOrder())).toEqual([]);
  });
});
