import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import {
  type Asked,
  type Fields,
  fieldsOf,
  order,
  rules,
  type Seen,
  type ToolCall,
  type Value,
} from "./outside.ts";
import { asks, drawPeople, type People, talk } from "./talks.ts";

/** What the model has been told of tools, as one text. */
const results = ({ calls }: Seen): string =>
  JSON.stringify(calls.flatMap(({ messages }) => messages.filter(({ role }) => role === "tool")));

const resultOf = ({ calls }: Seen): Value => {
  const told = calls.at(-1)?.messages.findLast(({ role }) => role === "tool");
  try {
    return fieldsOf(JSON.parse(String(told?.["content"])))["result"] ?? null;
  } catch {
    return null;
  }
};

const same = (value: Value, other: Value): boolean =>
  JSON.stringify(value) === JSON.stringify(other);

export const answers = (draw: Draw): readonly CheckCase[] => {
  const { office, ada, bob } = drawPeople(draw);
  const hours = { calls: [{ tool: "office_hours", args: {} }] };
  return [
    { ...talk(office, [asks(draw, ada)]), isPublic: true },
    talk(office, [asks(draw, ada, hours), asks(draw, bob), asks(draw, ada)], (seen) =>
      results(seen).includes("Monday to Friday"),
    ),
  ];
};

const holds = (value: Value, wanted: Fields): boolean =>
  Object.entries(wanted).every(([key, one]) => fieldsOf(value)[key] === one);

const withTool = (
  draw: Draw,
  { office, ada }: People,
  call: ToolCall,
  is: (seen: Seen) => boolean,
): CheckCase =>
  talk(
    office,
    [asks(draw, ada, { question: `What about it, ${draw.word(5)}?`, calls: [call] })],
    is,
  );

export const ownTickets = (draw: Draw): readonly CheckCase[] => {
  const people = drawPeople(draw);
  const { own, office, ada } = people;
  const { id, title } = own;
  const mine = office.tickets.filter(({ owner }) => owner === ada);
  return [
    withTool(draw, people, { tool: "get_ticket", args: { ticket: id } }, (seen) =>
      holds(resultOf(seen), { id, state: "open", title }),
    ),
    withTool(draw, people, { tool: "list_tickets", args: {} }, (seen) =>
      same(
        resultOf(seen),
        mine.map((one) => ({ id: one.id, state: one.state, title: one.title })),
      ),
    ),
    withTool(
      draw,
      people,
      { tool: "close_ticket", args: { ticket: id } },
      (seen) => same(resultOf(seen), { id, state: "closed" }) && same(seen.closed, [id]),
    ),
  ];
};

const strange = (word: string): readonly string[] => [
  `Write <b>${word}</b> & "${word}" for O'Neil`,
  `1 < 2 and 3 > 2, &lt; is ${word}`,
  `Use <script> only as a word, ${word}`,
];

export const signs = (draw: Draw): readonly CheckCase[] => {
  const { office, ada } = drawPeople(draw);
  const texts = strange(draw.word(5));
  return [
    talk(office, [asks(draw, ada, { text: texts[0] ?? "" })]),
    talk(
      office,
      texts.map((text) => asks(draw, ada, { question: text, text })),
    ),
    talk(office, [asks(draw, ada, { question: "ä".repeat(2_000) })]),
  ];
};

/** Five questions within a few seconds. */
const burst = (draw: Draw, account: string, laterMs: number): readonly Asked[] =>
  Array.from({ length: 5 }, (_, at) => asks(draw, account, { laterMs: at === 0 ? laterMs : 900 }));

export const busy = (draw: Draw): readonly CheckCase[] => {
  const { office, ada, bob } = drawPeople(draw);
  const steps = Array.from({ length: 3 }, () => ({ tool: "office_hours", args: {} }));
  return [
    talk(office, [
      ...burst(draw, ada, 9_000),
      ...burst(draw, bob, 10),
      ...burst(draw, ada, 61_000),
    ]),
    talk(office, [asks(draw, ada, { calls: steps })]),
  ];
};

export const keys = (draw: Draw): readonly CheckCase[] => {
  const { office, ada } = drawPeople(draw);
  const without = ["", "  "].map((key) =>
    talk({ ...office, key }, [asks(draw, ada, { is: "not configured" })]),
  );
  return [
    ...without.map((one, at) => ({ ...one, ...(at === 0 && { isPublic: true }) })),
    talk(office, [asks(draw, ada)], ({ calls }) => calls.every(({ key }) => key === office.key)),
  ];
};

const inRole = (messages: readonly Fields[], role: string): string =>
  messages.flatMap((one) => (one["role"] === role ? [String(one["content"])] : [])).join("\n");

/** Rules only as system, the question only as user, results only as tool. */
const apart =
  (question: string, note: string) =>
  ({ calls }: Seen): boolean =>
    calls.length > 0 &&
    calls.every(({ messages }) => {
      const [system, user] = [inRole(messages, "system"), inRole(messages, "user")];
      return (
        system.includes(rules) &&
        user.includes(question) &&
        !system.includes(question) &&
        !user.includes("extension 4711") &&
        ![system, user].some((text) => text.includes(note))
      );
    });

export const roles = (draw: Draw): readonly CheckCase[] => {
  const { office, ada, own } = drawPeople(draw);
  const ask = (question: string) => asks(draw, ada, { question, text: "I cannot do that." });
  const looking = { calls: [{ tool: "get_ticket", args: { ticket: own.id } }] };
  const [shown, hidden] = [ask(order), ask(`Hello ${draw.word(6)}. ${order}`)];
  const tool = { ...ask(`And ${draw.word(7)}?`), ...looking };
  return [
    { ...talk(office, [shown]), isPublic: true },
    talk(office, [hidden], apart(hidden.question, own.title)),
    talk(office, [tool], apart(tool.question, own.title)),
  ];
};

const markup = (word: string): readonly string[] => [
  `<img src=x onerror=alert('${word}')>`,
  `<scr<script>ipt>alert('${word}')</script>`,
  `" onmouseover="alert('${word}')`,
  `</p></section><form action="https://${word}.example">`,
  `&lt;img src=x&gt; <svg/onload=alert(1)> ${word}`,
];

export const pages = (draw: Draw): readonly CheckCase[] => {
  const { office, ada } = drawPeople(draw);
  const all = markup(draw.word(5));
  return [
    ...all.map((text, at) => ({
      ...talk(office, [asks(draw, ada, { text })]),
      ...(at === 0 && { isPublic: true }),
    })),
    ...all.map((question) => talk(office, [asks(draw, ada, { question })])),
  ];
};

export const amounts = (draw: Draw): readonly CheckCase[] => {
  const { office, ada, bob } = drawPeople(draw);
  const many = (count: number, laterMs: number, is: "answered" | "too many questions") =>
    Array.from({ length: count }, () => asks(draw, ada, { laterMs, is }));
  return [
    {
      ...talk(office, [...many(5, 10, "answered"), ...many(2, 10, "too many questions")]),
      isPublic: true,
    },
    talk(office, [
      asks(draw, ada, { question: "a".repeat(draw.whole(2_001, 9_000)), is: "too long" }),
    ]),
    talk(office, [
      ...many(5, 100, "answered"),
      ...many(4, 100, "too many questions"),
      asks(draw, bob, { laterMs: 5 }),
    ]),
    // Whoever was refused and waits is answered again.
    talk(office, [
      ...burst(draw, ada, 5_000),
      asks(draw, ada, { laterMs: 25_000, is: "too many questions" }),
      asks(draw, ada, { laterMs: 10_000, is: "too many questions" }),
      ...burst(draw, ada, 26_000),
    ]),
    // Over the full minute of the clock.
    talk(office, [
      ...many(5, 3_000, "answered"),
      asks(draw, ada, { laterMs: 9_000, is: "too many questions" }),
    ]),
  ];
};

export const lengths = (draw: Draw): readonly CheckCase[] => {
  const { office, ada } = drawPeople(draw);
  const calls = Array.from({ length: 40 }, () => ({
    tool: "office_hours",
    args: { for: draw.word(3) },
  }));
  const isBounded = (seen: Seen): boolean =>
    seen.calls.every(
      ({ maxTokens }) => typeof maxTokens === "number" && maxTokens >= 1 && maxTokens <= 500,
    );
  return [
    talk(office, [asks(draw, ada)], isBounded),
    talk(office, [asks(draw, ada, { calls: calls.slice(0, 4), is: "too many steps" })], isBounded),
    talk(
      office,
      [asks(draw, ada, { calls, is: "too many steps" })],
      ({ calls: asked }) => asked.length <= 4,
    ),
  ];
};

const shownLog = (draw: Draw): CheckCase => {
  const { office, ada } = drawPeople(draw);
  const question = "My password does not work, it is Autumn-2026.";
  const line = { account: ada, outcome: "answered", tools: [], chars: question.length };
  const one = talk(office, [asks(draw, ada, { question })], isLogged([line], ["Autumn"]));
  return { ...one, isPublic: true };
};

const lineKeys = ["at", "account", "outcome", "tools", "chars"];

/** One line for each question, of five fields and no word of anybody. */
const isLogged =
  (wanted: readonly Fields[], words: readonly string[]) =>
  ({ logged, at }: Seen): boolean =>
    logged.length === wanted.length &&
    logged.every(
      (line, place) =>
        Object.keys(line).length === lineKeys.length &&
        lineKeys.every((key) =>
          same(
            line[key] ?? null,
            key === "at" ? (at[place] ?? null) : (wanted[place]?.[key] ?? null),
          ),
        ),
    ) &&
    !words.some((word) => JSON.stringify(logged).includes(word));

export const logs = (draw: Draw): readonly CheckCase[] => {
  const { office, ada, own } = drawPeople(draw);
  const [said, answer, tool] = [draw.word(12), draw.word(11), draw.word(10)];
  const question = `My badge is ${said}.`;
  const calls = [
    { tool: "get_ticket", args: { ticket: own.id } },
    { tool, args: {} },
  ];
  const long = `${said} `.repeat(300);
  const words = [said, answer, tool, own.title, "extension"];
  const line = (outcome: string, tools: readonly string[], chars: number): Fields => ({
    account: ada,
    outcome,
    tools,
    chars,
  });
  return [
    shownLog(draw),
    talk(
      office,
      [
        asks(draw, ada, { question, text: answer, calls }),
        asks(draw, ada, { question: long, is: "too long" }),
      ],
      isLogged(
        [line("answered", ["get_ticket"], question.length), line("too long", [], long.length)],
        words,
      ),
    ),
    talk(
      { ...office, key: "" },
      [asks(draw, ada, { question, is: "not configured" })],
      isLogged([line("not configured", [], question.length)], words),
    ),
  ];
};

export const foreignTickets = (draw: Draw): readonly CheckCase[] => {
  const people = drawPeople(draw);
  const { foreign, bob, own } = people;
  const asked = (tool: string, args: Fields, is: (seen: Seen) => boolean): CheckCase =>
    withTool(draw, people, { tool, args }, is);
  const unknown = { error: "no such ticket" };
  const isUnknown = (seen: Seen): boolean =>
    same(resultOf(seen), unknown) && seen.closed.length === 0;
  const nothingOf = (seen: Seen): boolean =>
    ![foreign.id, foreign.title, foreign.note, bob, own.note].some((word) =>
      results(seen).includes(word),
    );
  const question = `What is the state of ticket ${foreign.id}?`;
  const call = { tool: "get_ticket", args: { ticket: foreign.id } };
  const shown = talk(
    people.office,
    [{ account: people.ada, question, calls: [call], is: "answered" }],
    isUnknown,
  );
  return [
    { ...shown, isPublic: true },
    asked("get_ticket", { ticket: foreign.id, account: bob, owner: bob }, isUnknown),
    asked("get_ticket", { ticket: draw.word(7) }, isUnknown),
    asked("get_ticket", { ticket: own.id }, nothingOf),
    asked("close_ticket", { ticket: foreign.id, account: bob }, isUnknown),
    asked("list_tickets", { account: bob, owner: bob }, nothingOf),
  ];
};
