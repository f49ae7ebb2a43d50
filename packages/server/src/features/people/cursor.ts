import { fail, ok, type Result } from "@checkride/rules/result";
import { z } from "zod";

/** The last row of a page: the next one begins behind it, however many rows come or go before it. */
export type Place = { readonly name: string; readonly id: string };

const shape = z.tuple([z.string(), z.uuid()]);

export const writeCursor = ({ name, id }: Place): string =>
  Buffer.from(JSON.stringify([name, id])).toString("base64url");

export const readCursor = (text: string): Result<Place, "bad-cursor"> => {
  try {
    const read = shape.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return read.success ? ok({ name: read.data[0], id: read.data[1] }) : fail("bad-cursor");
  } catch {
    return fail("bad-cursor");
  }
};
