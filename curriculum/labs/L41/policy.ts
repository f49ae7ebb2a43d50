import type { AskedOf } from "@checkride/rules/labs/asked";
import {
  type DecisionRule,
  decideByRules,
  type KnownFacts,
} from "@checkride/rules/labs/decision-rules";
import type { Package } from "./registry.ts";

const yesNo = [
  { id: "yes", text: "yes" },
  { id: "no", text: "no" },
];

export const facts: AskedOf<"rules">["facts"] = [
  { id: "listed", title: "listed in the registry", unit: null, values: yesNo },
  { id: "age", title: "age of the package", unit: "days", values: [] },
  { id: "newest", title: "age of its newest version", unit: "days", values: [] },
  { id: "downloads", title: "downloads a week", unit: "downloads", values: [] },
  { id: "owners", title: "owners", unit: "owners", values: [] },
  {
    id: "link",
    title: "its repository",
    unit: null,
    values: [
      { id: "matches", text: "publishes it" },
      { id: "other", text: "does not know it" },
      { id: "none", text: "is not named" },
    ],
  },
  { id: "archived", title: "archived", unit: null, values: yesNo },
  { id: "script", title: "install script", unit: null, values: yesNo },
];

export const outcomes = [
  { id: "refuse", text: "refuse" },
  { id: "ask", text: "ask a person" },
  { id: "accept", text: "accept" },
] as const;

const known = ({ listing }: Package): KnownFacts =>
  listing === null
    ? {
        listed: "no",
        age: null,
        newest: null,
        downloads: null,
        owners: null,
        link: null,
        archived: null,
        script: null,
      }
    : { listed: "yes", ...listing };

export const decide = (rules: readonly DecisionRule[] | null, one: Package): string =>
  decideByRules(rules ?? [], known(one)) ?? "accept";
