import type { Json } from "../exercise.ts";
import type { Component, Flow, PartShape, System } from "./asked.ts";
import { listOf, recordOf, textOf } from "./read-json.ts";

/** What somebody makes of a system: where trust ends, what could happen, and what is done about it. */
export type ThreatModel = {
  /** Of an own system; null where the system is given. */
  readonly system: System | null;
  readonly zones: readonly { readonly component: string; readonly zone: string }[];
  /** The worst first. */
  readonly threats: readonly Threat[];
  readonly mitigations: readonly Mitigation[];
};

export type Threat = {
  readonly id: string;
  /** A component or a flow. */
  readonly at: string;
  readonly action: string;
  readonly effect: string;
  readonly how: string;
};

export type Mitigation = {
  /** Of which threat. */
  readonly threat: string;
  readonly component: string;
  readonly kind: string;
  readonly what: string;
  readonly owner: string;
  /** A day, `2027-03-31`. */
  readonly due: string;
};

/** Flows whose ends are in different zones: there text or data cross a boundary. */
export const crossings = (flows: readonly Flow[], zones: ThreatModel["zones"]): readonly Flow[] => {
  const zoneOf = new Map(zones.map(({ component, zone }) => [component, zone]));
  return flows.filter(({ from, to }) => zoneOf.get(from) !== zoneOf.get(to));
};

export const partShapes: readonly PartShape[] = [
  "person",
  "outside",
  "service",
  "model",
  "store",
  "tool",
];

export const threatModelMax = { components: 30, flows: 60, threats: 30, mitigations: 60 } as const;
export const modelTextMax = 500;

/** From untrusted JSON; null where it has another shape, too much of it, or two things of one name. */
export const readThreatModel = (value: Json | undefined): ThreatModel | null => {
  const record = recordOf(value);
  const given = record?.get("system") ?? null;
  const system = given === null ? null : systemOf(given);
  if (record === null || (given !== null && system === null)) return null;
  const zones = listOf(record.get("zones"), threatModelMax.components, zoneOf);
  const threats = listOf(record.get("threats"), threatModelMax.threats, threatOf);
  const mitigations = listOf(record.get("mitigations"), threatModelMax.mitigations, mitigationOf);
  if (zones === null || threats === null || mitigations === null) return null;
  const isOnce =
    allDiffer(zones.map(({ component }) => component)) && allDiffer(threats.map(({ id }) => id));
  return isOnce ? { system, zones, threats, mitigations } : null;
};

const allDiffer = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** All of some texts by their keys; null where one is missing. */
const textsOf = <K extends string>(
  value: Json,
  keys: readonly K[],
): { readonly [key in K]: string } | null => {
  const record = recordOf(value);
  const found = new Map(keys.map((key) => [key, textOf(record?.get(key), modelTextMax)]));
  const isWhole = (texts: object): texts is { readonly [key in K]: string } =>
    Object.values(texts).every((text) => text !== null);
  const texts = Object.fromEntries(found);
  return isWhole(texts) ? texts : null;
};

const zoneOf = (value: Json) => textsOf(value, ["component", "zone"]);
const threatOf = (value: Json): Threat | null =>
  textsOf(value, ["id", "at", "action", "effect", "how"]);
const mitigationOf = (value: Json): Mitigation | null =>
  textsOf(value, ["threat", "component", "kind", "what", "owner", "due"]);
const componentOf = (value: Json): Component | null => {
  const texts = textsOf(value, ["id", "title", "shape", "says"]);
  const shape = partShapes.find((one) => one === texts?.shape);
  return texts === null || shape === undefined ? null : { ...texts, shape };
};
const flowOf = (value: Json): Flow | null => textsOf(value, ["id", "from", "to", "carries"]);

const systemOf = (value: Json): System | null => {
  const record = recordOf(value);
  const components = listOf(record?.get("components"), threatModelMax.components, componentOf);
  const flows = listOf(record?.get("flows"), threatModelMax.flows, flowOf);
  if (components === null || flows === null) return null;
  const isOnce = allDiffer([...components, ...flows].map(({ id }) => id));
  return isOnce ? { components, flows } : null;
};
