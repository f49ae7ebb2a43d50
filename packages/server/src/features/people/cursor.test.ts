import fc from "fast-check";
import { expect, it } from "vitest";
import { readCursor, writeCursor } from "./cursor.ts";

it("a page marker leads back to its place, whatever the name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.uuid({ version: 7 }), (name, id) => {
      expect(readCursor(writeCursor({ name, id }))).toEqual({ ok: true, value: { name, id } });
    }),
  );
});

it("anything else is a bad one, never a fault", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(readCursor(text)).toEqual({ ok: false, error: "bad-cursor" });
    }),
  );
});
