import { expect, test } from "vitest";
import { type Pressed, readShortcut } from "./shortcuts.ts";

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  atMs: 0,
  withCommand: false,
  withOther: false,
  isTyping: false,
  ...more,
});

test("command and K open the palette, even while typing or with single keys off", () => {
  const pressed = press("K", { withCommand: true, isTyping: true });
  expect(readShortcut(null, pressed, false).shortcut).toEqual({ kind: "palette" });
});

test("a question mark opens the help", () => {
  expect(readShortcut(null, press("?"), true).shortcut).toEqual({ kind: "help" });
});

test("g and then a letter goes somewhere", () => {
  const first = readShortcut(null, press("g"), true);
  expect(first.shortcut).toBeNull();
  const second = readShortcut(first.memory, press("p", { atMs: 600 }), true);
  expect(second).toEqual({ shortcut: { kind: "go", key: "p" }, memory: null });
});

test("g g goes to gates instead of waiting for a third key", () => {
  const first = readShortcut(null, press("g"), true);
  expect(readShortcut(first.memory, press("g", { atMs: 1 }), true).shortcut).toEqual({
    kind: "go",
    key: "g",
  });
});

test("a letter that comes too late goes nowhere", () => {
  const first = readShortcut(null, press("g"), true);
  expect(readShortcut(first.memory, press("p", { atMs: 1300 }), true).shortcut).toBeNull();
});

test.each([{ isTyping: true }, { withOther: true }, { withCommand: true }])(
  "letters keep their meaning with %o",
  (more) => {
    expect(readShortcut(null, press("?", more), true).shortcut).toBeNull();
    expect(readShortcut(null, press("g", more), true).memory).toBeNull();
  },
);

test("single keys do nothing for those who switched them off", () => {
  expect(readShortcut(null, press("?"), false).shortcut).toBeNull();
  expect(readShortcut(null, press("g"), false).memory).toBeNull();
});
