import type { Role } from "@checkride/rules/person";
import type { Status } from "./people-query.ts";

export const roleWords: Readonly<Record<Role, string>> = {
  owner: "Owner",
  council: "Council",
  lead: "Team lead",
  champion: "Champion",
  learner: "Learner",
  auditor: "Auditor",
};

export const roleHelp: Readonly<Record<Role, string>> = {
  owner: "Runs the programme: people, policy, access tokens.",
  council: "Approves policy and sees counts by team.",
  lead: "Sees counts by team and which gates there are.",
  champion: "Sees counts by team and which gates there are.",
  learner: "Sees their own standing.",
  auditor: "Reads everything, changes nothing.",
};

export const tierWords: Readonly<Record<"1" | "2" | "3", string>> = {
  "1": "1 · uses AI tools",
  "2": "2 · builds with models",
  "3": "3 · trains models",
};

export const statusWords: Readonly<Record<Status, string>> = {
  invited: "Invited",
  active: "Active",
  deactivated: "Deactivated",
  erased: "Erased",
};
