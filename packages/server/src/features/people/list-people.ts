import type { PersonRow } from "@checkride/api/people";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { groupBy } from "./group-by.ts";
import { listPeople, listStandings, listTeams, type PeopleFilter } from "./list-store.ts";
import { cardOf, type PersonRecord } from "./person-card.ts";

type Asked = PeopleFilter & { readonly cursor?: string | undefined; readonly limit: number };

type Page = {
  readonly items: PersonRow[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly teams: string[];
};

const withStandings = async (
  db: Database,
  people: readonly PersonRecord[],
): Promise<PersonRow[]> => {
  if (people.length === 0) return [];
  const standings = groupBy(
    await listStandings(
      db,
      people.map(({ id }) => id),
    ),
    ({ personId }) => personId,
  );
  return people.map((person) => ({
    ...cardOf(person),
    standings: (standings.get(person.id) ?? []).map((standing) => ({
      certificate: standing.certificate,
      state: standing.state,
      overdue: standing.overdue,
      validUntil: standing.validUntil?.toISOString() ?? null,
    })),
  }));
};

export const pagePeople = async (db: Database, asked: Asked): Promise<Result<Page, Refusal>> => {
  const { cursor, limit, ...filter } = asked;
  const after = cursor === undefined ? ok(null) : readCursor(cursor);
  if (!after.ok) {
    return refuse("bad-cursor", "This page marker was not made by this list.", {
      wayOut: "Begin with the first page again.",
    });
  }
  // One more than asked for tells whether there is a next page.
  const { people: found, total } = await listPeople(db, filter, after.value, limit + 1);
  const teams = await listTeams(db);
  const people = found.slice(0, limit);
  const last = people.at(-1);
  return ok({
    items: await withStandings(db, people),
    nextCursor: last && found.length > limit ? writeCursor(last) : null,
    total,
    teams,
  });
};
