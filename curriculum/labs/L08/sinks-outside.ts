import type { Claimed } from "@checkride/range/checks";

/** What a browser, a database, a shell and a web server would make of what came back. */
type Value = Claimed["value"];

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
]);

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities.get(String(name)) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });

/** What a reader sees of `<p title="…">…</p>`; null: the page holds something else besides. */
export const shownCard = (
  value: Value,
): { readonly title: string; readonly text: string } | null => {
  if (typeof value !== "string") return null;
  const parts = /^<p title=(?:"([^"]*)"|'([^']*)')>([^<]*)<\/p>$/.exec(value);
  if (parts === null) return null;
  return { title: decode(parts[1] ?? parts[2] ?? ""), text: decode(parts[3] ?? "") };
};

/** The name that the database compares with; null: it is asked something else. */
export const searchedName = (value: Value): string | null => {
  const fields = new Map(Object.entries(value ?? {}));
  const sql = fields.get("sql");
  const params = fields.get("params");
  if (typeof sql !== "string" || !Array.isArray(params)) return null;
  const asked =
    /^\s*select\s+id\s*,\s*name\s+from\s+customers\s+where\s+name\s*=\s*(\?1?|\$1|'(?:[^']|'')*')\s*;?\s*$/i;
  const given = asked.exec(sql)?.[1];
  if (given === undefined) return null;
  if (given.startsWith("'"))
    return params.length === 0 ? given.slice(1, -1).replaceAll("''", "'") : null;
  const [name] = params;
  return params.length === 1 && typeof name === "string" ? name : null;
};

/** The file that `convert` would open; null: nothing, or something else besides. */
export const convertedFile = (value: Value): string | null => {
  const words = typeof value === "string" ? shellWords(value) : value;
  if (!Array.isArray(words)) return null;
  const [program, ...rest] = words.filter((word, at) => !(at === 1 && word === "--"));
  const [file, out] = rest;
  if (program !== "convert" || out !== "out.png" || rest.length !== 2) return null;
  return typeof file === "string" ? file.replace(/^\.\//, "") : null;
};

/** A shell reads these as one command of plain words; everything else may mean anything. */
const shellWords = (command: string): readonly string[] | null =>
  /^[A-Za-z0-9 ._/-]*$/.test(command) ? command.split(/ +/) : null;

const shop = "https://shop.example";

/** As a browser resolves it; null: it leads away from the shop. */
export const ownAddress = (value: Value): string | null => {
  if (typeof value !== "string") return null;
  const address = URL.parse(value, `${shop}/chat`);
  // A slash and a backslash are one to a browser, and some proxies read `//` in a path as a host.
  if (address === null || address.origin !== shop || /^[\s/\\]{2}/.test(value)) return null;
  return address.href;
};
