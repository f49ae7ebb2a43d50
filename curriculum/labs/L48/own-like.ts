import type { Json } from "@checkride/rules/exercise";
import type { Component, Flow } from "@checkride/rules/labs/asked";
import type { Mitigation, Threat } from "@checkride/rules/labs/threat-model";
import type { Task } from "./checks.ts";

const components: readonly Component[] = [
  { id: "c1", title: "Contributor", shape: "person", says: "Anybody with an account" },
  { id: "c2", title: "Release bot", shape: "service", says: "Runs on every merge" },
  { id: "c3", title: "Writer", shape: "model", says: "Turns titles into notes" },
  { id: "c4", title: "Publish", shape: "tool", says: "Mails all customers at once" },
  { id: "c5", title: "Model vendor", shape: "outside", says: "Serves the weights, changes them" },
  { id: "c6", title: "Sent notes", shape: "store", says: "Everything that went out" },
];

const flows: readonly Flow[] = [
  { id: "f1", from: "c1", to: "c2", carries: "title, description" },
  { id: "f2", from: "c2", to: "c3", carries: "instructions, titles" },
  { id: "f3", from: "c3", to: "c4", carries: "notes" },
  { id: "f4", from: "c5", to: "c3", carries: "weights" },
  { id: "f5", from: "c4", to: "c6", carries: "sent text" },
];

const zones = [
  { component: "c1", zone: "outside" },
  { component: "c2", zone: "code" },
  { component: "c3", zone: "moved" },
  { component: "c4", zone: "protected" },
  { component: "c5", zone: "outside" },
  { component: "c6", zone: "protected" },
];

const threats: readonly Threat[] = [
  {
    id: "t1",
    at: "f1",
    action: "plant",
    effect: "mail",
    how: "A contributor writes orders into a title, and the bot mails a link to all customers.",
  },
  {
    id: "t2",
    at: "c4",
    action: "repeat",
    effect: "mail",
    how: "Ten small merges in an hour send ten mails to every customer that we have.",
  },
  {
    id: "t3",
    at: "f2",
    action: "extract",
    effect: "data",
    how: "Titles of private repositories stand in the prompt and come out in public notes.",
  },
  {
    id: "t4",
    at: "f4",
    action: "swap",
    effect: "false",
    how: "The vendor changes the model, and notes name features that do not exist here.",
  },
  {
    id: "t5",
    at: "c2",
    action: "flood",
    effect: "cost",
    how: "A script opens a thousand pull requests, and the month's budget is gone by noon.",
  },
];

const mitigations: readonly Mitigation[] = [
  {
    threat: "t1",
    component: "c4",
    kind: "confirm",
    what: "Publish makes a draft, a person releases it",
    owner: "docs tooling",
    due: "2027-02-15",
  },
  {
    threat: "t2",
    component: "c4",
    kind: "limit",
    what: "One mail for each customer and day",
    owner: "docs tooling",
    due: "2027-02-15",
  },
  {
    threat: "t3",
    component: "c2",
    kind: "minimise",
    what: "Titles of private repositories are left out",
    owner: "platform",
    due: "2027-03-01",
  },
];

type Changes = {
  readonly components?: readonly Component[];
  readonly flows?: readonly Flow[];
  readonly zones?: readonly { readonly component: string; readonly zone: string }[];
  readonly threats?: readonly Threat[];
  readonly mitigations?: readonly Mitigation[];
  readonly limits?: string;
};

export const whole = { components, flows, zones, threats, mitigations };

/** A small system of one's own, modelled as a reviewer would want it. */
export const own = ({ ahead }: Task, changes: Changes = {}): { readonly [part: string]: Json } => {
  const all = { ...whole, ...changes };
  return {
    about:
      "The release bot writes notes from merged changes and mails them. At worst it publishes a text of somebody else to all customers.",
    model: {
      system: {
        components: all.components.map((one) => ({ ...one })),
        flows: all.flows.map((one) => ({ ...one })),
      },
      zones: all.zones.map((one) => ({ ...one })),
      threats: all.threats.map((one) => ({ ...one })),
      mitigations: all.mitigations.map((one) => ({ ...one })),
    },
    ahead: `When ${ahead}, texts of more people reach the writer, so the first threat stays first and the draft becomes necessary for all of them.`,
    limits:
      changes.limits ??
      "We did not look at the mail provider, and take it that accounts of staff are safe.",
  };
};
