import { type Checked, refused } from "./refusal.ts";

/** Every string and every sign that gives JSON its structure; numbers and words cannot be names. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** The first name that one object has twice, in text that is known to be JSON. */
const nameTwice = (text: string): string | null => {
  const objects: (Set<string> | null)[] = [];
  let last = "";
  for (const [token] of text.matchAll(tokens)) {
    if (token === "{") objects.push(new Set());
    else if (token === "[") objects.push(null);
    else if (token === "}" || token === "]") objects.pop();
    else if (token === ":") {
      const name = String(JSON.parse(last));
      const names = objects.at(-1);
      if (names?.has(name)) return name;
      names?.add(name);
    }
    last = token;
  }
  return null;
};

/** JSON of which everybody reads the same: a name that stands twice is read as the first by some, as the last by others. */
export const parseStrictJson = (text: string): Checked<unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    const twice = nameTwice(text);
    return twice === null
      ? { ok: true, value }
      : refused("duplicate-claim", `it says "${twice}" twice`);
  } catch {
    return refused("malformed", "it is no JSON");
  }
};
