import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossings, readThreatModel, threatModelMax } from "./threat-model.ts";

const threat = { id: "t1", at: "bot", action: "inject", effect: "money", how: "By mail." };
const mitigation = {
  threat: "t1",
  component: "bot",
  kind: "limit",
  what: "At most 100.",
  owner: "payments",
  due: "2027-03-31",
};
const component = { id: "bot", title: "Bot", shape: "service", says: "" };
const flow = { id: "f1", from: "bot", to: "bot", carries: "text" };
const system = { components: [component], flows: [flow] };
const model = {
  system: null,
  zones: [{ component: "bot", zone: "ours" }],
  threats: [threat],
  mitigations: [mitigation],
};

describe("a threat model", () => {
  it("is read again as it was written, of a given system or an own one", () => {
    expect(readThreatModel(model)).toEqual(model);
    expect(readThreatModel({ ...model, system })).toEqual({ ...model, system });
  });

  it.each([
    ["nothing", undefined],
    ["no threats", { ...model, threats: null }],
    ["a threat without a place", { ...model, threats: [{ ...threat, at: 1 }] }],
    ["two threats of one name", { ...model, threats: [threat, threat] }],
    ["one component in two zones", { ...model, zones: [...model.zones, ...model.zones] }],
    ["a system that is none", { ...model, system: "mine" }],
    [
      "a flow called like a component",
      { ...model, system: { ...system, flows: [{ ...flow, id: "bot" }] } },
    ],
    [
      "too many components",
      {
        ...model,
        system: {
          components: Array.from({ length: threatModelMax.components + 1 }, (_, at) => ({
            ...component,
            id: `c${at}`,
          })),
          flows: [],
        },
      },
    ],
    ["a novel", { ...model, threats: [{ ...threat, how: "x".repeat(501) }] }],
  ])("is none with %s", (_, value) => {
    expect(readThreatModel(value)).toBeNull();
  });

  it("whatever it is given, it is read without an accident and within its bounds", () => {
    const odd = fc.record({
      system: fc.oneof(fc.constant(null), fc.constant(system), fc.jsonValue()),
      zones: fc.array(fc.jsonValue()),
      threats: fc.array(fc.oneof(fc.constant(threat), fc.jsonValue()), { maxLength: 40 }),
      mitigations: fc.array(fc.oneof(fc.constant(mitigation), fc.jsonValue())),
    });
    fc.assert(
      fc.property(odd, (value) => {
        const read = readThreatModel(JSON.parse(JSON.stringify(value)));
        expect(read?.threats.length ?? 0).toBeLessThanOrEqual(threatModelMax.threats);
      }),
    );
  });
});

it("a flow crosses a boundary where its ends are in different zones, or one is in none", () => {
  const flows = ["a b", "b c", "c d"].map((ends) => {
    const [from = "", to = ""] = ends.split(" ");
    return { id: ends, from, to, carries: "" };
  });
  const zones = [
    { component: "a", zone: "outside" },
    { component: "b", zone: "ours" },
    { component: "c", zone: "ours" },
  ];
  expect(crossings(flows, zones).map(({ id }) => id)).toEqual(["a b", "c d"]);
});
