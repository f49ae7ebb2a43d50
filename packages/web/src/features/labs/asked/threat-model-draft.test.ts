import type { AskedOf } from "@checkride/rules/labs/asked";
import { describe, expect, test } from "vitest";
import {
  freeId,
  modelJson,
  modelOf,
  withMitigation,
  withoutComponent,
  withoutThreat,
  withThreat,
  withZone,
} from "./threat-model-draft.ts";

const bot = { id: "bot", title: "Bot", shape: "model", says: "" } as const;
const shop = { id: "shop", title: "Shop", shape: "tool", says: "" } as const;
const system = {
  components: [bot, shop],
  flows: [{ id: "call", from: "bot", to: "shop", carries: "calls" }],
};
const asked: AskedOf<"threat-model"> = {
  kind: "threat-model",
  id: "model",
  ask: "",
  system,
  places: [],
  isOwn: true,
  words: { zones: [], actions: [], effects: [], mitigations: [] },
  threatsMax: 5,
};
const empty = modelOf(asked, undefined);

describe("a model that is being drawn", () => {
  test("is read again as it was written", () => {
    const drawn = withZone(withThreat(empty, "bot"), "shop", "ours");
    expect(modelOf(asked, modelJson(drawn))).toEqual(drawn);
  });

  test("has each component in one zone or in none", () => {
    const twice = withZone(withZone(empty, "bot", "a"), "bot", "b");
    expect(twice.zones).toEqual([{ component: "bot", zone: "b" }]);
    expect(withZone(twice, "bot", "").zones).toEqual([]);
  });

  test("gives no id twice, also after one is taken out", () => {
    const three = withThreat(withThreat(withThreat(empty, "bot"), "bot"), "bot");
    const again = withThreat(withoutThreat(three, "t1"), "bot");
    expect(new Set(again.threats.map(({ id }) => id)).size).toBe(3);
    expect(freeId("t", [{ id: "t2" }])).toBe("t3");
  });

  test("loses with a component what was said of it, and nothing else", () => {
    const about = (at: string, model = empty) => withThreat(model, at);
    const drawn = about("call", about("bot"));
    const [first] = drawn.threats;
    if (first === undefined) throw new Error("there is no threat");
    const mitigated = withMitigation(drawn, first, system);
    const left = withoutComponent(mitigated, system, shop);
    expect(left.system).toEqual({ components: [bot], flows: [] });
    expect(left.threats.map(({ at }) => at)).toEqual(["bot"]);
    expect(left.mitigations.map(({ component }) => component)).toEqual(["bot"]);
    expect(withoutComponent(mitigated, system, bot)).toMatchObject({
      threats: [],
      mitigations: [],
    });
  });
});
