import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { addPeople } from "./add-people.ts";
import { changePerson } from "./change-person.ts";
import { deactivatePerson, reactivatePerson } from "./deactivate-person.ts";
import type { PeopleDeps } from "./deps.ts";
import { erasePerson } from "./erase-person.ts";
import { pagePeople } from "./list-people.ts";
import { cardOf, isActive } from "./person-card.ts";
import { readPersonCard } from "./person-facts.ts";
import { alreadyErased, emailTaken, noSuchPerson } from "./refusals.ts";
import { makeSharedCounts } from "./shared-counts.ts";
import { lockPerson } from "./store.ts";

const invite = (context: RequestContext, deps: PeopleDeps, personId: string) =>
  deps.makeOneTimeLink(context.db, {
    personId,
    purpose: "invite",
    createdBy: actorOf(context).personId,
    origin: context.origin,
    now: context.now,
  });

const listRoutes = (): readonly Route[] => {
  const countsOf = makeSharedCounts();
  return [
    route("GET /api/people", ({ db }, { query }) => pagePeople(db, query)),
    route("GET /api/people/counts", async ({ db, now }) => ok(await countsOf(db, now))),
  ];
};

export const peopleRoutes = (deps: PeopleDeps): readonly Route[] => [
  ...listRoutes(),
  route("POST /api/people", async (context, { body }) => {
    const { db, now } = context;
    const startedAt = body.startedAt === undefined ? null : new Date(body.startedAt);
    const by = { actor: actorOf(context).personId, now };
    const [person] = await addPeople(db, [{ ...body, startedAt }], by);
    if (!person) return emailTaken();
    return ok({ person: cardOf(person), invitation: await invite(context, deps, person.id) });
  }),
  route("GET /api/people/{person}", async ({ db }, { params }) => {
    const card = await readPersonCard(db, params.person);
    return card ? ok(card) : noSuchPerson();
  }),
  route("PATCH /api/people/{person}", (context, { params, body }) =>
    changePerson(context, params.person, body),
  ),
  route("POST /api/people/{person}/deactivate", (context, { params, body }) =>
    deactivatePerson(context, deps, params.person, body.reason),
  ),
  route("POST /api/people/{person}/reactivate", (context, { params, body }) =>
    reactivatePerson(context, params.person, body.reason),
  ),
  route("POST /api/people/{person}/erase", (context, { params, body }) =>
    erasePerson(context, deps, params.person, body),
  ),
  route("POST /api/people/{person}/invitation", async (context, { params }) => {
    const person = await lockPerson(context.db, params.person);
    if (!person) return noSuchPerson();
    if (person.erasedAt) return alreadyErased();
    if (!isActive(person)) {
      return refuse("conflict", "This person is deactivated, so a link would open nothing.", {
        wayOut: "Reactivate the person first.",
      });
    }
    return ok(await invite(context, deps, person.id));
  }),
];
