import type { Component, Flow, System } from "@checkride/rules/labs/asked";
import type { Mitigation, Threat, ThreatModel } from "@checkride/rules/labs/threat-model";

/** A model whose system is there. */
export type OwnModel = Omit<ThreatModel, "system"> & { readonly system: System };

export const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

const isOutside = ({ shape }: Component): boolean => shape === "person" || shape === "outside";

const differ = (texts: readonly string[]): boolean =>
  new Set(texts.map((text) => text.trim().toLowerCase())).size === texts.length;

export const isWholeSystem = ({ components, flows }: System): boolean => {
  const ids = new Set(components.map(({ id }) => id));
  const used = new Set(flows.flatMap(({ from, to }) => [from, to]));
  return (
    components.length >= 5 &&
    flows.length >= 5 &&
    components.some(isOutside) &&
    components.some(({ shape }) => shape === "model") &&
    components.every(
      ({ id, title, says }) => used.has(id) && isNamed(title) && wordsIn(says) >= 3,
    ) &&
    flows.every(
      ({ from, to, carries }) => ids.has(from) && ids.has(to) && from !== to && isNamed(carries),
    ) &&
    differ(components.map(({ title }) => title))
  );
};

/** The inventory's question marks are no names. */
const isNamed = (text: string): boolean => wordsIn(text) >= 1 && !text.includes("?");

export const isWholeInZones = ({ system, zones }: OwnModel): boolean => {
  const zoneOf = new Map(zones.map(({ component, zone }) => [component, zone]));
  return system.components.every((one) => {
    const zone = zoneOf.get(one.id);
    // A person may be staff, and still be none of our code.
    if (one.shape === "person") return zone === "outside" || zone === "protected";
    if (one.shape === "outside") return zone === "outside";
    return one.shape === "model" ? zone === "moved" : zone !== undefined;
  });
};

/** Flows on which somebody from outside puts something in. */
export const externalInputs = ({ components, flows }: System): readonly Flow[] => {
  const outside = new Set(components.filter(isOutside).map(({ id }) => id));
  return flows.filter(({ from, to }) => outside.has(from) && !outside.has(to));
};

export const isThreatened = ({ id, to }: Flow, threats: readonly Threat[]): boolean =>
  threats.some(({ at }) => at === id || at === to);

export const areSaid = ({ system, threats }: OwnModel): boolean => {
  const places = new Set([...system.components, ...system.flows].map(({ id }) => id));
  return (
    threats.length >= 5 &&
    threats.every(
      ({ at, action, effect, how }) =>
        places.has(at) && action !== "" && effect !== "" && wordsIn(how) >= 8,
    ) &&
    differ(threats.map(({ how }) => how)) &&
    differ(threats.map(({ at, action, effect }) => `${at} ${action} ${effect}`))
  );
};

/** What holds nobody back by itself. */
const soft = new Set(["train", "prompt", ""]);

const isDay = (text: string): boolean => {
  const day = /^20\d\d-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

export const isPlanned = ({ kind, what, owner, due }: Mitigation): boolean =>
  !soft.has(kind) && wordsIn(what) >= 5 && wordsIn(owner) >= 1 && isDay(due);

export const highRanked = ({ threats }: OwnModel): readonly Threat[] => threats.slice(0, 3);

export const mitigationsOf = (
  { system, mitigations }: OwnModel,
  { id }: Threat,
): readonly (Mitigation & { readonly where: Component })[] =>
  mitigations.flatMap((one) => {
    const where = system.components.find((component) => component.id === one.component);
    return one.threat === id && where !== undefined ? [{ ...one, where }] : [];
  });
