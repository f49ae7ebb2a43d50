import type { Role, Tier } from "@checkride/rules/person";
import { firstNames, lastNames } from "./demo-names.ts";
import type { Dice } from "./demo-random.ts";

/** How somebody goes about the programme; decides their year. */
export const habits = ["pilot", "diligent", "slow", "stopped", "untouched"] as const;
export type Habit = (typeof habits)[number];

export type DemoPerson = {
  readonly name: string;
  readonly email: string;
  readonly team: string;
  readonly job: string;
  readonly tier: Tier | null;
  readonly roles: readonly Role[];
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly startedDaysAgo: number;
  readonly habit: Habit;
};

type Team = {
  readonly name: string;
  readonly size: number;
  readonly jobs: readonly [Job, ...Job[]];
  readonly repositories: readonly string[];
};
type Job = { readonly job: string; readonly tier: Tier | null };

const developer: Job = { job: "developer", tier: 1 };
const integrator: Job = { job: "developer", tier: 2 };
const lead: Job = { job: "engineering-manager", tier: 1 };
const scientist: Job = { job: "data-scientist", tier: 3 };
const mlEngineer: Job = { job: "ml-engineer", tier: 3 };
const dataEngineer: Job = { job: "data-engineer", tier: 3 };
const platform: Job = { job: "platform-engineer", tier: 2 };
const sre: Job = { job: "sre", tier: 1 };
const analyst: Job = { job: "security-analyst", tier: 1 };
const manager: Job = { job: "product-manager", tier: null };
const support: Job = { job: "support", tier: null };
const architect: Job = { job: "architect", tier: 2 };

const teams: readonly Team[] = [
  {
    name: "Payments",
    size: 38,
    jobs: [integrator, integrator, developer, sre],
    repositories: ["pay-api", "refund-agent"],
  },
  {
    name: "Search & ML",
    size: 34,
    jobs: [mlEngineer, scientist, integrator, dataEngineer],
    repositories: ["ranker", "embeddings"],
  },
  {
    name: "Platform",
    size: 32,
    jobs: [platform, platform, sre, developer],
    repositories: ["infra", "model-gateway"],
  },
  {
    name: "Mobile",
    size: 40,
    jobs: [developer, developer, integrator],
    repositories: ["ios", "android"],
  },
  {
    name: "Storefront",
    size: 46,
    jobs: [developer, integrator, developer],
    repositories: ["web", "checkout"],
  },
  {
    name: "Data Engineering",
    size: 30,
    jobs: [dataEngineer, dataEngineer, developer],
    repositories: ["lake", "pipelines"],
  },
  {
    name: "Fraud & Risk",
    size: 28,
    jobs: [scientist, mlEngineer, developer, analyst],
    repositories: ["fraud-models"],
  },
  {
    name: "Logistics",
    size: 42,
    jobs: [developer, developer, integrator, scientist],
    repositories: ["routing", "eta-model"],
  },
  {
    name: "Support Tools",
    size: 36,
    jobs: [integrator, developer, support],
    repositories: ["helpdesk-bot"],
  },
  { name: "Security", size: 18, jobs: [analyst, analyst, platform], repositories: ["detections"] },
  { name: "Product", size: 34, jobs: [manager, manager, manager, architect], repositories: [] },
  {
    name: "Internal IT",
    size: 20,
    jobs: [sre, support, developer],
    repositories: ["it-automation"],
  },
];

const habitOf = (dice: Dice): Habit => {
  const roll = dice.roll();
  if (roll < 0.12) return "pilot";
  if (roll < 0.9) return "diligent";
  if (roll < 0.95) return "slow";
  return roll < 0.98 ? "stopped" : "untouched";
};

/** People who use models in their repositories say so here, as a dependency scan would report it. */
const footprint = (dice: Dice, tier: Tier | null): readonly string[] => {
  if (tier === 2) return dice.pick([["llm-api"], ["llm-api", "rag"], ["agents", "llm-api"]]);
  return tier === 3 ? dice.pick([["training"], ["training", "rag"]]) : [];
};

const onePerson = (dice: Dice, team: Team, job: Job, name: string, email: string): DemoPerson => {
  const models = footprint(dice, job.tier);
  const repositories = team.repositories.filter(() => dice.chance(0.7));
  const habit = habitOf(dice);
  return {
    name,
    email,
    team: team.name,
    job: job.job,
    tier: job.tier,
    roles: job === lead ? ["lead", "learner"] : ["learner"],
    attributes: {
      ...(repositories.length > 0 ? { repositories } : {}),
      ...(models.length > 0 ? { footprint: models } : {}),
      ...(dice.chance(0.1) ? { employment: ["contractor"] } : {}),
      ...(job === sre || dice.chance(0.08) ? { rota: ["on-call"] } : {}),
    },
    // Some joined only lately and are still within their first weeks.
    startedDaysAgo:
      habit !== "pilot" && dice.chance(0.07) ? dice.between(3, 45) : dice.between(430, 2600),
    habit,
  };
};

/** Two people may share a name, never an address. */
const nameMaker = (dice: Dice) => {
  const used = new Map<string, number>();
  return (): { name: string; email: string } => {
    const first = dice.pick(firstNames);
    const last = dice.pick(lastNames);
    const base = `${first}.${last}`.toLowerCase();
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    return { name: `${first} ${last}`, email: `${base}${count > 1 ? count : ""}@meridian.example` };
  };
};

const withRole = (person: DemoPerson, role: Role): DemoPerson => ({
  ...person,
  roles: [...new Set([role, ...person.roles])],
});

/** The one whose eyes the demo opens with: an owner who also builds with models. */
const owner: DemoPerson = {
  name: "Robin Ashdown",
  email: "robin.ashdown@meridian.example",
  team: "Security",
  job: "architect",
  tier: 2,
  roles: ["owner", "learner"],
  attributes: { repositories: ["refund-agent"], footprint: ["llm-api", "agents"] },
  startedDaysAgo: 1_400,
  habit: "diligent",
};

export const makeDemoPeople = (dice: Dice): readonly DemoPerson[] => {
  const nextName = nameMaker(dice);
  const people = teams.flatMap((team) =>
    Array.from({ length: team.size }, (_, index) => {
      const { name, email } = nextName();
      const person = onePerson(dice, team, index === 0 ? lead : dice.pick(team.jobs), name, email);
      return index === 1 ? withRole(person, "champion") : person;
    }),
  );
  const roles: readonly [number, Role][] = [
    [5, "council"],
    [90, "council"],
    [210, "council"],
    [300, "auditor"],
  ];
  const given = new Map(roles);
  return [
    owner,
    ...people.map((person, index) => {
      const role = given.get(index);
      return role ? withRole(person, role) : person;
    }),
  ];
};
