import { fail, ok, type Result } from "@checkride/rules/result";
import { z } from "zod";

/** The last fact of a page; the next page begins with what is older. */
export type Place = { readonly at: Date; readonly id: string };

const shape = z.tuple([z.iso.datetime({ precision: 3 }), z.uuid()]);

export const writeCursor = ({ at, id }: Place): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");

export const readCursor = (text: string): Result<Place, "bad-cursor"> => {
  try {
    const read = shape.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return read.success ? ok({ at: new Date(read.data[0]), id: read.data[1] }) : fail("bad-cursor");
  } catch {
    return fail("bad-cursor");
  }
};
