import { type Role, roles, tiers } from "@checkride/rules/person";
import { type StandingState, standingStates } from "@checkride/rules/standing";

export const statuses = ["invited", "active", "deactivated", "erased"] as const;
export type Status = (typeof statuses)[number];
export const stateFilters = [...standingStates, "overdue"] as const;

export type PeopleQuery = {
  readonly search?: string;
  readonly team?: string;
  readonly role?: Role;
  readonly tier?: 1 | 2 | 3;
  readonly status?: Status;
  readonly certificate?: string;
  readonly state?: StandingState | "overdue";
};

type AddressParams = { readonly [K in keyof PeopleQuery]?: string | undefined };

const oneOf = <T extends string>(known: readonly T[], value: string | undefined): T | undefined =>
  known.find((candidate) => candidate === value);

const textOf = (value: string | undefined): string | undefined => value?.trim() || undefined;

/** What an address asks for. An address is anybody's text: what the server would refuse is left out. */
export const peopleQuery = (params: AddressParams): PeopleQuery => {
  const found = {
    search: textOf(params.search)?.slice(0, 200),
    team: textOf(params.team)?.slice(0, 200),
    role: oneOf(roles, params.role),
    tier: tiers.find((tier) => String(tier) === params.tier),
    status: oneOf(statuses, params.status),
    certificate: textOf(params.certificate)?.slice(0, 100),
    state: oneOf(stateFilters, params.state),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
};
