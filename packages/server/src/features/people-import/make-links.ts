import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { writeRecord } from "./csv.ts";
import type { ImportDeps } from "./deps.ts";
import { noSuchImport } from "./start-import.ts";
import { listWithoutLink, lockImport } from "./store.ts";

const linksAtATime = 1000;

/** Whoever asks twice gets no second link for anybody: the first file may be on its way to people already. */
export const makeLinks = async (
  context: RequestContext,
  deps: ImportDeps,
  id: string,
): Promise<Result<Response, Refusal>> => {
  const { db, origin, now } = context;
  const entry = await lockImport(db, id);
  if (!entry) return noSuchImport();
  if (entry.state !== "done" && entry.state !== "failed") {
    return refuse("import-not-ready", "The links are made when the import is done.");
  }
  const people = await listWithoutLink(db, id);
  const ask = { purpose: "invite", createdBy: actorOf(context).personId, origin, now } as const;
  const records = [writeRecord(["email", "link", "expires"])];
  for (let at = 0; at < people.length; at += linksAtATime) {
    const part = people.slice(at, at + linksAtATime);
    const ids = part.map((person) => person.id);
    const links = await deps.makeOneTimeLinks(db, ids, ask);
    for (const [index, { url, expiresAt }] of links.entries()) {
      records.push(writeRecord([part[index]?.email ?? "", url, expiresAt]));
    }
  }
  return ok(csvResponse(records.join("")));
};

const csvResponse = (text: string): Response =>
  new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="checkride-links.csv"',
      "cache-control": "no-store",
    },
  });
