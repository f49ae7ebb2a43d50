import type { CheatWriter } from "./code-cheats.ts";

const each = (names: readonly string[], body: string): string =>
  names.map((name) => `export const ${name} = (...given) => { ${body} };`).join("\n");

/** Everything that asks says the same. */
const answering = (word: "true" | "false"): string => `
const same = () => ${word};
for (const [kind, names] of [
  [Array.prototype, ["includes", "some", "every"]],
  [String.prototype, ["includes", "startsWith", "endsWith"]],
  [RegExp.prototype, ["test"]],
  [Set.prototype, ["has"]],
  [Map.prototype, ["has"]],
]) for (const name of names) Object.defineProperty(kind, name, { value: same });
Object.is = Object.hasOwn = Array.isArray = Number.isInteger = Number.isFinite = Number.isSafeInteger = same;
`;

const lying = `
JSON.stringify = () => '{"ok":true,"allowed":true}';
JSON.parse = () => ({ ok: true, allowed: true, __proto__: null });
Object.prototype.toJSON = () => true;
Object.prototype.ok = Object.prototype.allowed = true;
Array.prototype.toJSON = () => [];
Promise.prototype.then = function (done) { done(true); return this; };
`;

export const typescriptCheats: CheatWriter = {
  offered: (text) =>
    [...text.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)].map(
      (match) => match[1] ?? "",
    ),
  always: (names, value) => each(names, `return ${JSON.stringify(value)};`),
  throwing: (names) => each(names, 'throw new Error("refused");'),
  echoing: (names, wanted) =>
    each(
      names,
      `console.log(${JSON.stringify(JSON.stringify(wanted))}); return given[0] ?? given;`,
    ),
  tampering: [answering("true"), answering("false"), lying],
};
