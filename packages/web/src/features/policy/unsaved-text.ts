const key = "checkride-policy-draft";

type Unsaved = { readonly base: string; readonly text: string };

const isUnsaved = (value: unknown): value is Unsaved =>
  typeof value === "object" &&
  value !== null &&
  "base" in value &&
  "text" in value &&
  typeof value.base === "string" &&
  typeof value.text === "string";

/** What was written in this window and proposed nowhere yet; `base` is the text it began from. */
export const readUnsaved = (storage: Pick<Storage, "getItem">): Unsaved | null => {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? "null");
    return isUnsaved(value) ? value : null;
  } catch {
    return null;
  }
};

export const keepUnsaved = (
  storage: Pick<Storage, "setItem" | "removeItem">,
  unsaved: Unsaved,
): void => {
  try {
    if (unsaved.text === unsaved.base) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(unsaved));
  } catch {
    // Without storage the text lasts as long as the page.
  }
};
