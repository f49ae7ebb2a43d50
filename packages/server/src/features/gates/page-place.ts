import { ok, type Result } from "@checkride/rules/result";
import { z } from "zod";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";

const place = z.uuid();

/** Lists here are in the order of ids; a page marker is the last one. Null: the first page. */
export const readPlace = (cursor: string | undefined): Result<string | null, Refusal> => {
  if (cursor === undefined) return ok(null);
  const read = place.safeParse(Buffer.from(cursor, "base64url").toString("utf8"));
  if (read.success) return ok(read.data);
  return refuse("bad-cursor", "This page marker was not given out by this list.", {
    wayOut: "Begin with the first page again.",
  });
};

export const writePlace = (id: string | undefined): string | null =>
  id === undefined ? null : Buffer.from(id, "utf8").toString("base64url");
