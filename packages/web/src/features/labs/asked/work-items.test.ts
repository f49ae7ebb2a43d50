import fc from "fast-check";
import { expect, test } from "vitest";
import { asCsv, asMarkdown, workItems } from "./work-items.ts";

const system = {
  components: [{ id: "bot", title: "Bot", shape: "model", says: "" }],
  flows: [],
} as const;
const words = {
  zones: [],
  actions: [{ id: "plant", text: "plants orders" }],
  effects: [{ id: "money", text: "money leaves" }],
  mitigations: [{ id: "limit", text: "a limit" }],
};
const threat = (id: string, how = "") => ({ id, at: "bot", action: "plant", effect: "money", how });
const mitigation = (of: string, what = "") => ({
  threat: of,
  component: "bot",
  kind: "limit",
  what,
  owner: "payments",
  due: "2027-03-31",
});
const model = {
  system: null,
  zones: [],
  threats: [threat("t2", "By mail."), threat("t1")],
  mitigations: [mitigation("t1"), mitigation("t2", "At most 100.")],
};

test("what is to be done stands in the order of the threats", () => {
  expect(workItems(model, system, words)).toMatchObject([
    { rank: 1, title: "At most 100.", threat: "By mail.", component: "Bot" },
    { rank: 2, title: "a limit", threat: "plants orders: money leaves", owner: "payments" },
  ]);
});

const item = { rank: 1, title: "", component: "", threat: "", owner: "", due: "" };

test("no cell of the table is a formula, and every line has six cells", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("=", "+", "@", '"', ",", "a", " ") }),
      (title) => {
        const [, line = ""] = asCsv([{ ...item, title }]).split("\r\n");
        const cells = [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell = ""]) => cell);
        expect(cells).toHaveLength(6);
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@]/);
      },
    ),
  );
});

test("what somebody wrote stays text in Markdown", () => {
  const text = asMarkdown([{ ...item, title: "![x](http://a)\n# <b>" }]);
  expect(text.split("\n")[0]).toBe("- [ ] \\!\\[x\\](http://a) \\# \\<b\\>");
});
