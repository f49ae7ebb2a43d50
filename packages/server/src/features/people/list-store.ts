import type { PersonCard } from "@checkride/api/people";
import type { Role, Tier } from "@checkride/rules/person";
import type { StandingState } from "@checkride/rules/standing";
import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { Tables } from "../../platform/tables.ts";
import type { Place } from "./cursor.ts";
import { type PersonRecord, personColumns } from "./person-card.ts";

export type PeopleFilter = {
  readonly search?: string | undefined;
  readonly team?: string | undefined;
  readonly role?: Role | undefined;
  readonly tier?: Tier | undefined;
  readonly status?: PersonCard["status"] | undefined;
  readonly certificate?: string | undefined;
  readonly state?: StandingState | "overdue" | undefined;
};

type Builder = ExpressionBuilder<Tables, "person">;
type Condition = ExpressionWrapper<Tables, "person", SqlBool>;

const containing = (text: string): string =>
  `%${text
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`;

/** Erased people are shown only to who asks for them. */
const byStatus = (eb: Builder, status: PeopleFilter["status"]): Condition => {
  const here = eb("erasedAt", "is", null);
  const active = eb.and([here, eb("deactivatedAt", "is", null)]);
  switch (status) {
    case "erased":
      return eb("erasedAt", "is not", null);
    case "deactivated":
      return eb.and([here, eb("deactivatedAt", "is not", null)]);
    case "active":
      return eb.and([active, eb("joinedAt", "is not", null)]);
    case "invited":
      return eb.and([active, eb("joinedAt", "is", null)]);
    case undefined:
      return eb.and([here]);
  }
};

/** What a filter by certificate or state means: a standing that is asked of the person or held by them. */
const byStanding = (eb: Builder, { certificate, state }: PeopleFilter): Condition => {
  const base = eb
    .selectFrom("standing")
    .select("standing.personId")
    .where((inner) => inner.or([inner("standing.required", "=", true), inner("holds", "=", true)]));
  const named = certificate === undefined ? base : base.where("certificate", "=", certificate);
  if (state === undefined) return eb("person.id", "in", named);
  const stated =
    state === "overdue"
      ? named.where("overdue", "=", true)
      : named.where("standing.state", "=", state);
  return eb("person.id", "in", stated);
};

const matches = (eb: Builder, filter: PeopleFilter): Condition => {
  const parts = [byStatus(eb, filter.status)];
  if (filter.search?.trim()) parts.push(eb("search", "like", containing(filter.search)));
  if (filter.team !== undefined) parts.push(eb("team", "=", filter.team));
  if (filter.tier !== undefined) parts.push(eb("tier", "=", filter.tier));
  if (filter.role !== undefined) {
    parts.push(eb(sql<string>`${filter.role}`, "=", sql<string>`any(roles)`));
  }
  if (filter.certificate !== undefined || filter.state !== undefined) {
    parts.push(byStanding(eb, filter));
  }
  return eb.and(parts);
};

export type Page = { readonly people: readonly PersonRecord[]; readonly total: number };

const after = (eb: Builder, place: Place) =>
  eb(eb.refTuple("name", "id"), ">", eb.tuple(place.name, place.id));

/** Everybody, or one team: the index has them in the order of the list, so a page costs a page. */
const pageInOrder = async (
  db: Database,
  filter: PeopleFilter,
  place: Place | null,
  limit: number,
): Promise<Page> => {
  const all = db.selectFrom("person").where((eb) => matches(eb, filter));
  const count = await all
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rest = place ? all.where((eb) => after(eb, place)) : all;
  const people = await rest
    .select(personColumns)
    .orderBy("name")
    .orderBy("id")
    .limit(limit)
    .execute();
  return { people, total: count.total };
};

/**
 * Any other filter: one look at everybody finds both the page and the total. Walking the index by name
 * instead until a page is full takes several times as long when those who match stand at its end.
 */
const pageOfMatching = async (
  db: Database,
  filter: PeopleFilter,
  place: Place | null,
  limit: number,
): Promise<Page> => {
  const matching = db
    .selectFrom("person")
    .select(["id", "name"])
    .where((eb) => matches(eb, filter));
  const beyond = place ? sql`where (name, id) > (${place.name}, ${place.id})` : sql``;
  const { rows } = await sql<{ total: number; id: string | null }>`
    with matching as materialized (${matching})
    select counted.total, page.id
    from (select count(*) as total from matching) counted
    left join lateral (
      select id, name from matching ${beyond} order by name, id limit ${limit}) page on true
    order by page.name, page.id`.execute(db);
  const ids = rows.flatMap(({ id }) => (id === null ? [] : [id]));
  const people = ids.length === 0 ? [] : await readInOrder(db, ids);
  return { people, total: rows[0]?.total ?? 0 };
};

const readInOrder = (db: Database, ids: readonly string[]): Promise<PersonRecord[]> =>
  db
    .selectFrom("person")
    .select(personColumns)
    .where("id", "in", [...ids])
    .orderBy("name")
    .orderBy("id")
    .execute();

export const listPeople = (
  db: Database,
  filter: PeopleFilter,
  place: Place | null,
  limit: number,
): Promise<Page> => {
  const { team, ...others } = filter;
  const isNarrow = Object.values(others).some((value) => value !== undefined);
  return (isNarrow ? pageOfMatching : pageInOrder)(db, filter, place, limit);
};

/** Jumps through the index from one team to the next instead of reading everybody. */
export const listTeams = async (db: Database): Promise<string[]> => {
  const { rows } = await sql<{ team: string }>`
    with recursive teams(team) as (
      (select team from person where team is not null order by team limit 1)
      union all
      select (select person.team from person where person.team > teams.team order by person.team limit 1)
      from teams where teams.team is not null)
    select team from teams where team is not null`.execute(db);
  return rows.map((row) => row.team);
};

export const listStandings = (db: Database, people: readonly string[]) =>
  db
    .selectFrom("standing")
    .select(["personId", "certificate", "state", "overdue", "validUntil"])
    .where("personId", "in", [...people])
    .where((eb) => eb.or([eb("required", "=", true), eb("holds", "=", true)]))
    .orderBy("certificate")
    .execute();
