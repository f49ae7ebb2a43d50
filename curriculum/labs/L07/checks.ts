import type { Check, CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import {
  attackDocuments,
  bracketed,
  closing,
  lookAlikes,
  news,
  trickyDocuments,
} from "./documents.ts";
import {
  answerOf,
  firstSentence,
  isCaughtBy,
  type Message,
  repeatsRules,
  rules,
  type Voice,
} from "./scripted-model.ts";

type Host = NonNullable<CheckCase["host"]>;
type Value = Claimed["value"];

const messagesOf = (sent: Value | undefined): readonly Message[] =>
  (Array.isArray(sent) ? sent : []).map((one: Value) => {
    const fields = new Map(Object.entries(one ?? {}));
    return { role: String(fields.get("role")), content: String(fields.get("content")) };
  });

/** Documents are read from here, and the model answers here: where learner code can change neither. */
const outside =
  (read: (name: string) => string, model: (messages: readonly Message[]) => string): Host =>
  (name, [given]) => ({
    ok: true,
    value: name === "read" ? read(String(given)) : model(messagesOf(given)),
  });

/** What the model says is what counts, also where it finds words of its own. */
const inOtherWords = (draw: Draw): CheckCase => {
  const summary = `${draw.word(6)} is what this is about, on ${draw.whole(2, 9)} pages.`;
  return {
    args: ["summarise", ["a"]],
    wants: [{ ok: true, summary, words: 9 }],
    host: outside(
      () => news(draw),
      () => JSON.stringify({ summary, words: 9 }),
    ),
  };
};

const isSummary = (value: Value): boolean => {
  const fields = new Map(Object.entries(value ?? {}));
  const kind = fields.get("ok");
  if (kind === false) return typeof fields.get("reason") === "string";
  return kind === true && typeof fields.get("summary") === "string";
};

/** As many results as documents, and none of them tells. Asking the model is part of the work. */
const nothingTold =
  (count: number): CheckCase["wants"] =>
  ({ value }) =>
    Array.isArray(value) &&
    value.length === count &&
    value.every(isSummary) &&
    !repeatsRules(JSON.stringify(value).replaceAll("\\n", " "));

/** As it would be called in an archive. */
const nameOf = (document: string): string =>
  document
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join("-")
    .slice(0, 80) ?? "";

const one = (document: string, wants: CheckCase["wants"], voice: Voice = "plain"): CheckCase => ({
  args: ["summarise", [nameOf(document)]],
  wants,
  host: outside(
    () => document,
    (messages) => answerOf(messages, voice),
  ),
});

const summarised = (document: string): CheckCase => {
  const summary = firstSentence(document);
  return one(document, [{ ok: true, summary, words: summary.split(/\s+/).length }]);
};

/** The second document was written by somebody who saw how the first one was quoted. */
const learningAttacker = (draw: Draw): CheckCase => {
  const seen = new Set<string>();
  const first = news(draw);
  const later = (): string =>
    closing(
      draw,
      [...seen].flatMap((name) => [name, following(name)]),
    );
  return {
    args: ["summarise", ["a", "b", "c"]],
    wants: nothingToldAnd(3, firstSentence(first)),
    host: outside(
      (name) => (name === "a" ? first : later()),
      (messages) => {
        for (const { content } of messages) {
          for (const match of content.matchAll(/\[\[\/?([\w-]{1,80})\]\]/g))
            seen.add(match[1] ?? "");
        }
        return unguarded(messages);
      },
    ),
  };
};

/** Only a boundary that was closed is punished here: what the answer's comparison would catch is shown as obeyed. */
const obeyed = "The summariser obeyed the document.";
const unguarded = (messages: readonly Message[]): string => {
  const answer = answerOf(messages, "plain");
  if (!repeatsRules(answer)) return answer;
  return JSON.stringify({ summary: obeyed, words: obeyed.split(" ").length });
};

const following = (name: string): string =>
  name.replace(/\d+$/, (digits) => String(Number(digits) + 1));

const nothingToldAnd =
  (count: number, first: string): CheckCase["wants"] =>
  (claimed) => {
    const wants = nothingTold(count);
    const text = JSON.stringify(claimed.value);
    return (
      typeof wants === "function" &&
      wants(claimed) &&
      text.includes(first) &&
      !text.includes(obeyed)
    );
  };

const closed = (draw: Draw): CheckCase => {
  const document = closing(draw, []);
  return {
    args: ["summarise", ["a"]],
    wants: ({ value }) =>
      Array.isArray(value) && value.every(isSummary) && !JSON.stringify(value).includes(obeyed),
    host: outside(() => document, unguarded),
  };
};

/** The rules in system messages, the document in others, each whole. */
const keptApart = (document: string): CheckCase =>
  one(document, ({ hostCalls }) => {
    const sent = hostCalls
      .filter(({ name }) => name === "model")
      .flatMap(({ args: [given] }) => messagesOf(given));
    const has = (role: string, text: string) =>
      sent.some((message) => message.role === role && message.content.includes(text));
    return (
      has("system", rules) &&
      has("user", document) &&
      !has("user", rules) &&
      !has("system", document)
    );
  });

const rubbish = (draw: Draw): readonly string[] => [
  "",
  "I am sorry, I cannot do that.",
  '{"summary": "cut off',
  "null",
  "[]",
  `{"summary": ${draw.whole(2, 99)}, "words": 1}`,
  '{"summary": {"text": "A"}, "words": 1}',
  '{"summary": "Three words here", "words": "3"}',
  `{"summary": "Three words here", "words": ${draw.whole(4, 99)}}`,
  '{"summary": "   ", "words": 1}',
  JSON.stringify({ summary: `${draw.word(4)} `.repeat(400).trim(), words: 400 }),
];

const fallback: CheckCase["wants"] = ({ value }) =>
  Array.isArray(value) &&
  value.length === 1 &&
  isSummary(value[0] ?? null) &&
  JSON.stringify(value).includes('"ok":false');

const answered = (draw: Draw): readonly CheckCase[] =>
  rubbish(draw).map((answer) => {
    const document = news(draw);
    return {
      args: ["summarise", ["a"]],
      wants: fallback,
      host: outside(
        () => document,
        () => answer,
      ),
    };
  });

const suiteOf = ({ value }: Claimed): readonly string[] =>
  Array.isArray(value) ? [...new Set(value.filter((text) => typeof text === "string"))] : [];

const suite = (draw: Draw, wants: (attacks: readonly string[]) => boolean): CheckCase => ({
  args: ["attacks", [draw.word(3)]],
  wants: (claimed) => wants(suiteOf(claimed)),
});

export const checks: readonly Check[] = [
  {
    id: "summarises",
    half: "works",
    says: "Ordinary documents are summarised, several in a row too.",
    why: "The result is `{ ok: true, summary, words }` with what the model says, in the order of the documents.",
    cases: (draw) => [
      { ...summarised("The harbour opens again. The first ferry leaves at six."), isPublic: true },
      summarised(news(draw)),
      inOtherWords(draw),
    ],
  },
  {
    id: "text-kept",
    half: "works",
    says: "Texts about injection, and texts with brackets in them, are summarised like all others.",
    why: "Orders are harmless where they are quoted. What is cut out of a document is missing for its reader.",
    cases: (draw) => [...lookAlikes(draw), ...bracketed(draw)].map(summarised),
  },
  {
    id: "kept-apart",
    half: "attacks",
    says: "The rules go into the system message and the document into the user message.",
    why: "In one text nothing tells an order of ours from an order of the document.",
    cases: (draw) => [keptApart(news(draw)), keptApart(lookAlikes(draw)[0] ?? "")],
  },
  {
    id: "orders-not-followed",
    half: "attacks",
    says: "Twelve documents that give orders do not bring out the rules.",
    why: "Say in the system message where the material stands, and quote it as the model understands it.",
    cases: (draw) => attackDocuments(draw).map((document) => one(document, nothingTold(1))),
  },
  {
    id: "boundary-holds",
    half: "attacks",
    says: "A document cannot end its own quote, not even one whose writer has seen earlier requests.",
    why: "A boundary must be new for every request and not to be guessed from the one before.",
    cases: (draw) => [learningAttacker(draw), learningAttacker(draw), closed(draw)],
  },
  {
    id: "leaks-caught",
    half: "attacks",
    says: "Where the model tells all the same, its answer is held back, in whatever way it is written.",
    why: "Compare words, not letters: capitals, line breaks and punctuation do not make another text.",
    cases: (draw) =>
      trickyDocuments(draw).flatMap((document) =>
        (["plain", "shouting", "in lines"] as const).map((voice) =>
          one(document, nothingTold(1), voice),
        ),
      ),
  },
  {
    id: "answer-is-typed",
    half: "attacks",
    says: "An answer of the wrong shape or length becomes `{ ok: false, reason }`.",
    why: "A model's answer is input. Parse it, check every field, count the words yourself; more than 60 are no summary.",
    cases: answered,
  },
  {
    id: "suite-bites",
    half: "attacks",
    says: "Your suite holds six different attacks or more, and each succeeds on the unrepaired summariser.",
    why: "A regression test that never failed proves nothing.",
    cases: (draw) => [
      suite(draw, (all) => all.length >= 6 && all.every((text) => isCaughtBy("original", text))),
    ],
  },
  {
    id: "suite-finds-weak",
    half: "attacks",
    says: "Your suite also finds a summariser that always quotes with `[[document]]`, and one that does not look at the answer.",
    why: "Six wordings of one attack are one attack. Try to close the quote; try an order that works inside of it.",
    cases: (draw) => [
      suite(draw, (all) =>
        all.some(
          (text) => isCaughtBy("fixed boundary", text) && !isCaughtBy("no comparison", text),
        ),
      ),
      suite(draw, (all) => all.some((text) => isCaughtBy("no comparison", text))),
    ],
  },
];
