/** What keys were pressed just before, for shortcuts of two keys one after the other. */
export type KeyMemory = { readonly key: string; readonly atMs: number } | null;

export type Pressed = {
  readonly key: string;
  readonly atMs: number;
  readonly withCommand: boolean;
  readonly withOther: boolean;
  /** The keys go into a text that somebody is writing. */
  readonly isTyping: boolean;
};

export type Shortcut =
  | { readonly kind: "palette" }
  | { readonly kind: "help" }
  | { readonly kind: "go"; readonly key: string };

const sequenceMs = 1200;

/** Reads one key press; `singleKeys` is false for those who switched such shortcuts off (WCAG 2.1.4). */
export const readShortcut = (
  memory: KeyMemory,
  pressed: Pressed,
  singleKeys: boolean,
): { readonly shortcut: Shortcut | null; readonly memory: KeyMemory } => {
  const key = pressed.key.toLowerCase();
  if (pressed.withCommand && key === "k") return { shortcut: { kind: "palette" }, memory: null };
  if (pressed.withCommand || pressed.withOther || pressed.isTyping || !singleKeys) {
    return { shortcut: null, memory: null };
  }
  if (memory !== null && pressed.atMs - memory.atMs <= sequenceMs) {
    return { shortcut: { kind: "go", key }, memory: null };
  }
  if (pressed.key === "?") return { shortcut: { kind: "help" }, memory: null };
  return { shortcut: null, memory: key === "g" ? { key, atMs: pressed.atMs } : null };
};
