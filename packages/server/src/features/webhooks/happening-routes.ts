import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { HappeningHub } from "./happening-hub.ts";
import { listBefore, readLastSeq } from "./happening-store.ts";
import { happeningStream } from "./happening-stream.ts";
import { happeningOf } from "./message.ts";

const wholeNumber = /^\d{1,15}$/;

/** Who may ask about people is told whose decision changed. */
const seesPeople = (context: RequestContext): boolean =>
  actorOf(context).rights.has("gates:decide");

const eventStream = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  // Proxies that follow nginx hold an answer back until it is long enough.
  "x-accel-buffering": "no",
};

export const happeningRoutes = (hub: HappeningHub): readonly Route[] => [
  route("GET /api/happenings", async (context, { query }) => {
    const { cursor, limit, type = null } = query;
    if (cursor !== undefined && !wholeNumber.test(cursor)) {
      return refuse("bad-cursor", "This page marker was not given out by this list.", {
        wayOut: "Begin with the first page again.",
      });
    }
    const before = cursor === undefined ? null : Number(cursor);
    const rows = await listBefore(context.db, { before, type, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return ok({
      items: shown.map((row) => happeningOf(row, seesPeople(context))),
      nextCursor: rows.length > limit && last ? String(last.seq) : null,
    });
  }),
  route("GET /api/happenings/stream", async (context, { query }) => {
    const { lastEventId } = context;
    if (lastEventId !== null && !wholeNumber.test(lastEventId)) {
      const says = "is not a place in this stream; send the id of the last event you got";
      return refuse("bad-input", `header/last-event-id: ${says}.`, {
        faults: [{ in: "header/last-event-id", says }],
      });
    }
    const newest = await readLastSeq(context.db);
    const asked = lastEventId === null ? query.after : Number(lastEventId);
    // A place that is not reached yet is of another installation, or of a demo that is gone.
    const after = Math.min(asked ?? newest, newest);
    const stream = happeningStream(hub, { after, seesPeople: seesPeople(context) });
    return ok(new Response(stream, { headers: eventStream }));
  }),
];
