import type { ChangeTemplate, Details } from "./change-parts.ts";
import { previewParts, testParts } from "./change-typescript-previews.ts";

/** A web service in TypeScript: summaries by a model, with previews of the links in them. */
export const typescriptChange = (names: Details): ChangeTemplate => {
  const { thing, Thing } = names;
  return {
    title: `feat: summaries of ${thing}s with link previews`,
    says: `Agents asked for a short summary above long ${thing}s. The model writes it, links in it get a preview. Includes search and the daily mail. Tests are green.`,
    files: [
      {
        path: `src/${thing}-summary.ts`,
        language: "ts",
        parts: [
          `
+import { Hono } from "hono";
+import { requireAgent, type Agent } from "./session.ts";
+import { ${thing}Store } from "./${thing}-store.ts";
+import { complete } from "./model.ts";
+import { previewsOf } from "./previews.ts";
+import { required } from "./settings.ts";
+
+const charsMax = 12_000;
+const instruction =
+  "Summarise the ${thing} in five sentences. Keep links that help.";
+
+type Summary = { text: string; previews: { url: string; title: string }[] };
+
`,
          {
            id: "key",
            problems: ["secret"],
            attack:
              "The key stands in the repository as a fallback: everybody who can read the code can use it, and a missing setting goes unnoticed.",
            sound: `
+const modelKey = required("SUMMARY_MODEL_KEY");
+const model = { name: "summary-small", key: modelKey, timeoutMs: 8_000 };
`,
            weak: `
+const modelKey = process.env["SUMMARY_MODEL_KEY"] ?? "sk-live-4b1c77e2a9";
+const model = { name: "summary-small", key: modelKey, timeoutMs: 8_000 };
`,
          },
          `
+
+export const ${thing}Summaries = new Hono<{ Variables: { agent: Agent } }>();
+
+${thing}Summaries.use("*", requireAgent);
+
`,
          {
            id: "rights",
            problems: ["rights"],
            attack: `Any agent reads the summary of any ${thing} by counting ids up: the account of the one who asks is never compared.`,
            sound: `
+${thing}Summaries.get("/:id/summary", async (context) => {
+  const agent = context.get("agent");
+  const ${thing} = await ${thing}Store.inAccount(agent.account, context.req.param("id"));
+  if (${thing} === null) return context.json({ error: "not found" }, 404);
+  return context.json(await summaryOf(${thing}.text));
+});
`,
            weak: `
+${thing}Summaries.get("/:id/summary", async (context) => {
+  const agent = context.get("agent");
+  const ${thing} = await ${thing}Store.byId(context.req.param("id"));
+  if (${thing} === null) return context.json({ error: "not found" }, 404);
+  return context.json(await summaryOf(${thing}.text));
+});
`,
          },
          `
+
+${thing}Summaries.get("/search", async (context) => {
+  const agent = context.get("agent");
+  const words = context.req.query("words") ?? "";
+  if (words.length > 200) return context.json({ error: "too long" }, 400);
+  return context.json(await ${thing}Store.search(agent.account, words));
+});
+
+const summaryOf = async (text: string): Promise<Summary> => {
+  const answer = await complete(model, instruction, text.slice(0, charsMax));
+  return { text: answer, previews: await previewsOf(answer) };
+};
+
+/** Waits a little longer each time, not all at the same moment. */
`,
          {
            odd: "jitter",
            fine: "The random number only spreads retries over time. Nobody gains anything by guessing it.",
            text: `
+export const waitMs = (attempt: number): number =>
+  2 ** Math.min(attempt, 6) * 100 + Math.floor(Math.random() * 100);
`,
          },
        ],
      },
      {
        path: `src/${thing}-store.ts`,
        language: "ts",
        parts: [
          `
 import { database } from "./database.ts";
 
 type ${Thing} = { id: string; account: string; title: string; text: string };
 
`,
          {
            odd: "columns",
            fine: "The joined names are a constant of this file. No text from outside can get into them.",
            text: `
+const columns = ["id", "account", "title", "text"] as const;
+const selected = "SELECT " + columns.join(", ") + " FROM ${thing}s";
`,
          },
          `
+
 export const ${thing}Store = {
-  async byId(id: string): Promise<${Thing} | null> {
-    const rows = await database.query("SELECT * FROM ${thing}s WHERE id = $1", [id]);
+  /** For jobs of ours, which belong to no account. */
+  async byId(id: string): Promise<${Thing} | null> {
+    const rows = await database.query(selected + " WHERE id = $1", [id]);
     return rows[0] ?? null;
   },
+
+  async inAccount(account: string, id: string): Promise<${Thing} | null> {
+    const rows = await database.query(
+      selected + " WHERE account = $1 AND id = $2",
+      [account, id],
+    );
+    return rows[0] ?? null;
+  },
+
`,
          {
            id: "query",
            problems: ["sql"],
            attack:
              "The words that are searched for are put into the statement: a quote ends the text and the rest is a command to the database.",
            sound: `
+  async search(account: string, words: string): Promise<${Thing}[]> {
+    const like = "%" + words.replaceAll("%", "") + "%";
+    return database.query(
+      selected + " WHERE account = $1 AND title ILIKE $2 LIMIT 50",
+      [account, like],
+    );
+  },
`,
            weak: `
+  async search(account: string, words: string): Promise<${Thing}[]> {
+    const like = "%" + words.replaceAll("%", "") + "%";
+    return database.query(
+      selected + " WHERE account = $1 AND title ILIKE '" + like + "' LIMIT 50",
+      [account],
+    );
+  },
`,
          },
          `
 };
`,
        ],
      },
      { path: "src/previews.ts", language: "ts", parts: previewParts(names) },
      { path: `src/${thing}-summary.test.ts`, language: "ts", parts: testParts(names) },
    ],
  };
};
