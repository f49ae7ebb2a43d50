import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beginDraft,
  type Draft,
  type DraftEvent,
  draftText,
  isUnsaved,
  nextDraft,
} from "./draft.ts";

const files = (text: string) => [{ path: "main.ts", text }];
const begun = beginDraft({ revision: 3, files: files("start") });
const play = (events: readonly DraftEvent[]): Draft => events.reduce(nextDraft, begun);
const written = (text: string): DraftEvent => ({ kind: "written", files: files(text) });
const arrived = (revision: number, text: string): DraftEvent => ({
  kind: "arrived",
  version: { revision, files: files(text) },
});
const saved = (revision: number, text: string): DraftEvent => ({
  kind: "saved",
  version: { revision, files: files(text) },
  at: "2026-01-01T12:04:00Z",
});

describe("a draft", () => {
  it("is unsaved from the first letter to the answer of the server", () => {
    expect(isUnsaved(begun)).toBe(false);
    expect(isUnsaved(play([written("a")]))).toBe(true);
    expect(isUnsaved(play([written("a"), { kind: "saving" }, saved(4, "a")]))).toBe(false);
  });

  it("is unsaved still when somebody wrote on while it was saved", () => {
    const draft = play([written("a"), { kind: "saving" }, written("ab"), saved(4, "a")]);
    expect(isUnsaved(draft)).toBe(true);
    expect(draft.revision).toBe(4);
  });

  it("takes over a partner's newer version where nothing was written here", () => {
    expect(play([arrived(5, "theirs")])).toMatchObject({
      files: files("theirs"),
      revision: 5,
      isTakenOver: true,
    });
  });

  it("keeps both where both wrote, until somebody chooses", () => {
    const both = play([written("mine"), arrived(5, "theirs")]);
    expect(both).toMatchObject({ files: files("mine"), revision: 3, theirs: { revision: 5 } });
    const mine = nextDraft(both, { kind: "chosen", whose: "mine" });
    expect(mine).toMatchObject({ files: files("mine"), revision: 5, theirs: null });
    expect(isUnsaved(mine)).toBe(true);
    const theirs = nextDraft(both, { kind: "chosen", whose: "theirs" });
    expect(theirs).toMatchObject({ files: files("theirs"), revision: 5, theirs: null });
    expect(isUnsaved(theirs)).toBe(false);
  });

  it("has no conflict where both wrote the same", () => {
    const draft = play([written("same"), arrived(5, "same")]);
    expect(draft).toMatchObject({ revision: 5, theirs: null });
    expect(isUnsaved(draft)).toBe(false);
  });

  it("is not taken back by an old answer", () => {
    expect(play([saved(7, "start"), arrived(5, "old")])).toMatchObject({
      revision: 7,
      files: files("start"),
    });
  });

  it("never loses what was written: it is in the editor until the server has it", () => {
    const text = fc.constantFrom("a", "b", "c");
    const event = fc.oneof(
      text.map(written),
      fc.constant<DraftEvent>({ kind: "saving" }),
      fc.constant<DraftEvent>({ kind: "failed" }),
      fc.tuple(fc.nat(9), text).map(([revision, one]) => arrived(revision, one)),
    );
    fc.assert(
      fc.property(
        fc.array(event),
        text,
        fc.array(event.filter(({ kind }) => kind !== "written")),
        (before, mine, after) => {
          let draft = play([...before, written(mine)]);
          let hasReached = !isUnsaved(draft);
          for (const one of after) {
            draft = nextDraft(draft, one);
            expect(hasReached || draft.files[0]?.text === mine).toBe(true);
            hasReached ||= !isUnsaved(draft);
          }
        },
      ),
    );
  });

  it("says how it stands", () => {
    const say = (draft: Draft) => draftText(draft, () => "12:04");
    expect(say(begun)).toBe("Saved");
    expect(say(play([written("a")]))).toBe("Changed");
    expect(say(play([written("a"), saved(4, "a")]))).toBe("Saved 12:04");
    expect(say(play([written("a"), { kind: "failed" }]))).toMatch(/kept in this browser/);
    expect(say(play([written("a"), arrived(4, "b")]))).toMatch(/somebody else/);
  });
});
