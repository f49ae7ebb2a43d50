import { describe, expect, it } from "vitest";
import { keepUnsaved, readUnsaved } from "./unsaved-text.ts";

const makeStorage = () => {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
};

describe("unsaved text", () => {
  it("comes back as it was left, with what it began from", () => {
    const storage = makeStorage();
    keepUnsaved(storage, { base: "a", text: "b" });
    expect(readUnsaved(storage)).toEqual({ base: "a", text: "b" });
  });

  it("is forgotten once it equals what it began from", () => {
    const storage = makeStorage();
    keepUnsaved(storage, { base: "a", text: "b" });
    keepUnsaved(storage, { base: "a", text: "a" });
    expect(readUnsaved(storage)).toBeNull();
  });

  it("takes no harm from what somebody else left there or from a browser without storage", () => {
    for (const left of ["{", "7", '{"base":1,"text":"x"}']) {
      expect(readUnsaved({ getItem: () => left })).toBeNull();
    }
    const refuse = () => {
      throw new Error("refused");
    };
    expect(readUnsaved({ getItem: refuse })).toBeNull();
    expect(() =>
      keepUnsaved({ setItem: refuse, removeItem: refuse }, { base: "a", text: "b" }),
    ).not.toThrow();
  });
});
