import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { type Asked, type Fields, order, rules, type Seen } from "./outside.ts";
import { asks, drawPeople, results, talk } from "./talks.ts";

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
  const { office, ada, own } = drawPeople(draw);
  const closing = { tool: "close_ticket", args: { ticket: own.id } };
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
    // The fourth tool does nothing any more.
    talk(
      office,
      [asks(draw, ada, { calls: [...calls.slice(0, 3), closing], is: "too many steps" })],
      ({ closed }) => closed.length === 0,
    ),
  ];
};
