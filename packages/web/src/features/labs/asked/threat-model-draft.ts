import type { Json } from "@checkride/rules/exercise";
import type { AskedOf, Component, Flow, System } from "@checkride/rules/labs/asked";
import {
  type Mitigation,
  readThreatModel,
  type Threat,
  type ThreatModel,
} from "@checkride/rules/labs/threat-model";

type Question = AskedOf<"threat-model">;

/** What stands in the answer; anything else counts as nothing drawn yet. */
export const modelOf = (asked: Question, value: Json | undefined): ThreatModel =>
  readThreatModel(value) ?? {
    system: asked.isOwn ? asked.system : null,
    zones: [],
    threats: [],
    mitigations: [],
  };

/** Of an own system what the learner drew. */
export const systemOf = (asked: Question, model: ThreatModel): System =>
  asked.isOwn ? (model.system ?? asked.system) : asked.system;

export const modelJson = ({ system, zones, threats, mitigations }: ThreatModel): Json => ({
  system:
    system === null
      ? null
      : {
          components: system.components.map((one) => ({ ...one })),
          flows: system.flows.map((one) => ({ ...one })),
        },
  zones: zones.map((one) => ({ ...one })),
  threats: threats.map((one) => ({ ...one })),
  mitigations: mitigations.map((one) => ({ ...one })),
});

export const zoneOf = (model: ThreatModel, component: string): string =>
  model.zones.find((one) => one.component === component)?.zone ?? "";

export const withZone = (model: ThreatModel, component: string, zone: string): ThreatModel => {
  const others = model.zones.filter((one) => one.component !== component);
  return { ...model, zones: zone === "" ? others : [...others, { component, zone }] };
};

/** An id that nothing has yet: `t3`. */
export const freeId = (letter: string, taken: readonly { readonly id: string }[]): string => {
  const ids = new Set(taken.map(({ id }) => id));
  let number = taken.length + 1;
  while (ids.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
};

export const withThreat = (model: ThreatModel, at: string): ThreatModel => ({
  ...model,
  threats: [
    ...model.threats,
    { id: freeId("t", model.threats), at, action: "", effect: "", how: "" },
  ],
});

export const changedThreat = (model: ThreatModel, threat: Threat): ThreatModel => ({
  ...model,
  threats: model.threats.map((one) => (one.id === threat.id ? threat : one)),
});

/** Its mitigations go with it. */
export const withoutThreat = (model: ThreatModel, id: string): ThreatModel => ({
  ...model,
  threats: model.threats.filter((one) => one.id !== id),
  mitigations: model.mitigations.filter((one) => one.threat !== id),
});

export const withMitigation = (model: ThreatModel, threat: Threat, system: System): ThreatModel => {
  const component = system.components.some(({ id }) => id === threat.at) ? threat.at : "";
  const empty = { threat: threat.id, component, kind: "", what: "", owner: "", due: "" };
  return { ...model, mitigations: [...model.mitigations, empty] };
};

export const changedMitigation = (
  model: ThreatModel,
  from: Mitigation,
  to: Mitigation | null,
): ThreatModel => ({
  ...model,
  mitigations: model.mitigations.flatMap((one) => (one !== from ? [one] : to === null ? [] : [to])),
});

/** Without some components and flows, and without what was said of them. */
const withoutPlaces = (
  model: ThreatModel,
  system: System,
  gone: ReadonlySet<string>,
): ThreatModel => {
  const threats = model.threats.filter(({ at }) => !gone.has(at));
  const isKept = new Set(threats.map(({ id }) => id));
  return {
    system: {
      components: system.components.filter(({ id }) => !gone.has(id)),
      flows: system.flows.filter(({ id }) => !gone.has(id)),
    },
    zones: model.zones.filter(({ component }) => !gone.has(component)),
    threats,
    mitigations: model.mitigations
      .filter(({ threat }) => isKept.has(threat))
      .map((one) => (gone.has(one.component) ? { ...one, component: "" } : one)),
  };
};

export const withoutFlow = (model: ThreatModel, system: System, flow: Flow): ThreatModel =>
  withoutPlaces(model, system, new Set([flow.id]));

/** Its flows go with it. */
export const withoutComponent = (
  model: ThreatModel,
  system: System,
  { id }: Component,
): ThreatModel => {
  const flows = system.flows.filter(({ from, to }) => from === id || to === id);
  return withoutPlaces(model, system, new Set([id, ...flows.map((flow) => flow.id)]));
};
