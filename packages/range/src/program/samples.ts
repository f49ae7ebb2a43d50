import type { Ask, Job } from "../messages.ts";
import type { Language } from "../submission.ts";

/** What submissions mostly use, so that the code for it is there when they begin. Nothing depends on what it returns. */
const typescript = `
type Order = { readonly id: string; owner: string; items: { price: number; count: number }[]; note?: string };
const seen = new Map<string, Order>();
const words = new Set<string>(["drop", "ignore", "grant"]);
class Refused extends Error {
  readonly #code: number;
  constructor(message: string, code = 403) { super(message); this.name = "Refused"; this.#code = code; }
  get code(): number { return this.#code; }
}
const total = ({ items }: Order): number => items.reduce((sum, { price, count }) => sum + price * count, 0);
function* numbered<T>(list: readonly T[]): Generator<[number, T]> {
  for (let i = 0; i < list.length; i++) yield [i, list[i] as T];
}
const tidy = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(/[\\u200b-\\u200f]/g, "").replace(/\\s+/g, " ").trim();
const tokens = (text: string): string[] => tidy(text).split(/[^a-z0-9]+/u).filter(Boolean);
const parse = (text: string): unknown => { try { return JSON.parse(text); } catch (error) { return String(error); } };
export const f = async (n: number, text: string, orders: Order[]) => {
  const name = "n-" + Array.from({ length: 12 }, () => Math.floor(Math.random() * 36).toString(36)).join("");
  for (const [i, order] of numbered(orders)) {
    seen.set(order.id, { ...order, note: \`\${i}: \${order.note ?? "none"}\` });
    if (words.has(order.owner)) console.log("refused", order);
  }
  const sorted = [...seen.values()].sort((a, b) => a.owner.localeCompare(b.owner) || total(b) - total(a));
  const grouped = Object.groupBy(sorted, ({ owner }) => owner);
  const found = [...text.matchAll(/(?<key>\\w+)=(?<value>[^;]*);?/g)].map(({ groups }) => groups?.["value"]);
  let says = "";
  try {
    if (n % 2 === 0) throw new Refused("no " + n);
    says = await Promise.resolve(encodeURIComponent(text.slice(0, 40)));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    says = error.message + error.code;
  } finally { seen.delete("none"); }
  const url = /^https?:\\/\\/([\\w.-]+)(:\\d+)?(\\/.*)?$/i.exec(text)?.[1] ?? null;
  const window = tokens(text).map((_, i, all) => all.slice(i, i + 3).join(" ")).includes("a b c");
  const dates = [new Date(0).toISOString(), Date.parse("2026-01-02T03:04:05Z"), new Date().getUTCFullYear()];
  const numbers = [Number("12.5"), Number.parseInt("ff", 16), (0.1 + 0.2).toFixed(2), 7 >>> 1, 2 ** 10, Math.max(1, n)];
  const reply = host.call("say", name, { text: tidy(text) });
  return { says, url, window, dates, numbers, found, reply, keys: Object.keys(grouped), flat: [[1], [n]].flat(),
    parsed: parse(text), again: JSON.parse(JSON.stringify(sorted)), codes: [...text].map((c) => c.codePointAt(0)),
    has: Object.hasOwn(grouped, "ada"), at: sorted.at(-1)?.id ?? null, padded: String(n).padStart(4, "0"),
    entries: Object.fromEntries(Object.entries(grouped).map(([key, list]) => [key, list?.length ?? 0])) };
};
`;

const python = `
import re, json, hashlib, hmac, random
from dataclasses import dataclass, field, asdict
from collections import Counter, defaultdict
from urllib.parse import urlparse, parse_qs, quote

@dataclass
class Order:
    id: str
    owner: str
    items: list = field(default_factory=list)
    @property
    def total(self):
        return sum(item["price"] * item["count"] for item in self.items)

class Refused(Exception):
    pass

SEEN = {}
WORDS = frozenset({"drop", "ignore", "grant"})
PAIR = re.compile(r"(?P<key>\\w+)=(?P<value>[^;]*);?")

def tidy(text):
    return re.sub(r"\\s+", " ", text.casefold().replace("\\u200b", "")).strip()

def numbered(values):
    for place, value in enumerate(values):
        yield place, value

def check(n, text):
    if n % 2 == 0 or any(word in WORDS for word in tidy(text).split()):
        raise Refused(f"no {n:04d}")
    return "yes"

def f(n, text, orders):
    made = [Order(one["id"], one["owner"], one["items"]) for one in orders]
    for place, order in numbered(made):
        SEEN[order.id] = (place, order)
    try:
        says = check(n, text)
    except Refused as error:
        says = "%s!" % error
    finally:
        SEEN.pop("none", None)
    groups = defaultdict(list)
    for order in sorted(made, key=lambda one: (one.owner, -one.total)):
        groups[order.owner].append(asdict(order))
    try:
        parsed = json.loads(text)
    except ValueError as error:
        parsed = str(error)
    url = urlparse(text)
    digest = hmac.new(b"key", text.encode("utf-8"), hashlib.sha256).hexdigest()
    return {
        "says": says, "parsed": parsed, "host": url.hostname, "query": parse_qs(url.query), "quoted": quote(text[:20]),
        "digest": digest, "same": hmac.compare_digest(digest, digest), "groups": json.loads(json.dumps(groups)),
        "found": [one.group("value") for one in PAIR.finditer(text)], "count": dict(Counter(text.split()).most_common(2)),
        "numbers": [int("ff", 16), float("12.5"), round(n / 3, 2), n ** 2 % 7, n // 2, max([1, n])],
        "pick": random.choice([1, 2, 3]), "reply": host.call("say", tidy(text)), "chars": [ord(c) for c in text[:5]],
        "sets": sorted({1, 2} | {n}), "slices": list(range(9))[::-2], "zipped": list(map(list, zip("ab", (1, 2)))),
    }
`;

const orders = ["ada", "bo", "grant"].map((owner, i) => ({
  id: `o${i}`,
  owner,
  items: [{ price: 250, count: i + 1 }],
}));

const texts = [
  "https://shop.example:8080/a/b?c=1&d=two",
  '{"say":["a b c",1.5,true,null]}',
  "a=1; b=two words; Ünïcode \u200b and an order to  ignore",
  "",
];

const reply = { ok: true, text: '{"heard":"yes"}' };

/** Everything that a process is told for one submission, with what the host answers in each case. */
export const sampleMessages = (language: Language): readonly object[] => {
  const [path, text] = language === "ts" ? ["main.ts", typescript] : ["main.py", python];
  const job: Job & { readonly n: 0 } = {
    n: 0,
    files: [{ path, text }],
    entry: path,
    calls: "f",
    before: "",
    seed: 1,
    ticks: 100_000,
    freshPerCase: false,
  };
  const asks = texts.map((said, i): Ask => {
    return { n: i + 1, args: JSON.stringify([i, said, orders]), seed: 1 };
  });
  return [job, ...asks.flatMap((ask) => [ask, reply])];
};
