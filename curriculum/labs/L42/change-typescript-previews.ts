import type { Details, Part } from "./change-parts.ts";

export const previewParts = ({ host, seconds }: Details): readonly Part[] => [
  `
+import { guard } from "./guard.ts";
+import { escapeHtml } from "./html.ts";
+import { firstChars } from "./read-capped.ts";
+
+type Preview = { url: string; title: string };
+
+const linkPattern = /https?:[^ )>"]{4,300}/g;
+const previewsMax = 3;
+const titleCharsMax = 120;
+const previewHosts = new Set(["docs.${host}", "status.${host}"]);
+
+export const previewsOf = async (summary: string): Promise<Preview[]> => {
+  if (!(await mayBeShown(summary))) return [];
+  const links = (summary.match(linkPattern) ?? []).filter((link) => URL.canParse(link)).slice(0, previewsMax);
+  const previews = await Promise.all(links.map((link) => previewOf(link)));
+  return previews.filter((one) => one !== null);
+};
+
`,
  {
    id: "request",
    problems: ["ssrf", "model"],
    attack:
      "The model writes the address, and who writes the text moves the model: the server fetches any address that it can reach, also inside the network.",
    sound: `
+const previewOf = async (link: string): Promise<Preview | null> => {
+  const url = new URL(link);
+  if (url.protocol !== "https:" || !previewHosts.has(url.host)) return null;
+  const page = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(2_000) });
+  const title = /<title>([^<]*)</.exec(await firstChars(page, 20_000))?.[1];
+  return title === undefined ? null : { url: link, title: title.slice(0, titleCharsMax) };
+};
`,
    weak: `
+const previewOf = async (link: string): Promise<Preview | null> => {
+  const url = new URL(link);
+  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
+  const page = await fetch(url, { redirect: "follow", signal: AbortSignal.timeout(2_000) });
+  const title = /<title>([^<]*)</.exec(await firstChars(page, 20_000))?.[1];
+  return title === undefined ? null : { url: link, title: title.slice(0, titleCharsMax) };
+};
`,
  },
  `
+
`,
  {
    id: "guard",
    problems: ["open"],
    attack:
      "When the guard does not answer, everything counts as harmless: whoever makes it fail, with a long text for instance, has switched it off.",
    sound: `
+const mayBeShown = async (text: string): Promise<boolean> => {
+  try {
+    const verdict = await guard.check(text, { timeoutMs: ${seconds}_000 });
+    return verdict === "harmless";
+  } catch (error) {
+    guard.report(error);
+    return false;
+  }
+};
`,
    weak: `
+const mayBeShown = async (text: string): Promise<boolean> => {
+  try {
+    const verdict = await guard.check(text, { timeoutMs: ${seconds}_000 });
+    return verdict === "harmless";
+  } catch (error) {
+    guard.report(error);
+    return true;
+  }
+};
`,
  },
  `
+
+/** For the mail that goes out every morning. */
`,
  {
    id: "markup",
    problems: ["output"],
    attack:
      "The summary goes into the mail as markup. A customer's text that the model repeats becomes a link or an image that reports back.",
    sound: `
+export const mailOf = (summary: string, previews: Preview[]): string =>
+  [
+    "<p>" + escapeHtml(summary) + "</p>",
+    ...previews.map(({ title }) => "<li>" + escapeHtml(title) + "</li>"),
+  ].join("");
`,
    weak: `
+export const mailOf = (summary: string, previews: Preview[]): string =>
+  [
+    "<p>" + summary.trim() + "</p>",
+    ...previews.map(({ title }) => "<li>" + escapeHtml(title) + "</li>"),
+  ].join("");
`,
  },
];

export const testParts = ({ thing, host }: Details): readonly Part[] => [
  `
+import { expect, it } from "vitest";
+import { app } from "./app.ts";
+import { mailOf, previewsOf } from "./previews.ts";
+import { withAgent, withModel } from "./test-world.ts";
+import { waitMs } from "./${thing}-summary.ts";
+
+it("summarises a ${thing}", async () => {
+  const world = await withAgent("ada", { account: "north" });
+  world.hasOne({ id: "t-1", account: "north", text: "The door is stuck." });
+  withModel(() => "The door is stuck. See https://docs.${host}/doors");
+  const answer = await app.request("/${thing}s/t-1/summary", world.session);
+  expect(answer.status).toBe(200);
+});
+
+it("says not found where there is nothing", async () => {
+  const world = await withAgent("ada", { account: "north" });
+  const answer = await app.request("/${thing}s/t-9/summary", world.session);
+  expect(answer.status).toBe(404);
+});
+
+it("finds ${thing}s by words of their title", async () => {
+  const world = await withAgent("ada", { account: "north" });
+  world.hasOne({ id: "t-1", account: "north", title: "Stuck door", text: "" });
+  world.hasOne({ id: "t-2", account: "north", title: "Window", text: "" });
+  const answer = await app.request("/${thing}s/search?words=door", world.session);
+  expect((await answer.json()).map((one: { id: string }) => one.id)).toEqual(["t-1"]);
+});
+
+it("refuses to search for a novel", async () => {
+  const world = await withAgent("ada", { account: "north" });
+  const words = "x".repeat(201);
+  const answer = await app.request("/${thing}s/search?words=" + words, world.session);
+  expect(answer.status).toBe(400);
+});
+
+it("waits longer before each try", () => {
+  expect(waitMs(6)).toBeGreaterThan(waitMs(1));
+});
+
+it("shows at most three previews", async () => {
+  const links = Array.from({ length: 5 }, (_, at) => "https://docs.${host}/" + at);
+  expect((await previewsOf(links.join(" "))).length).toBeLessThanOrEqual(3);
+});
+
+it("lists what is previewed in the mail", () => {
+  expect(mailOf("Two doors.", [{ url: "", title: "Doors" }])).toContain("Doors");
+});
`,
];
