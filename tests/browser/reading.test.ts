import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, launchBrowser, openContext, signInByLink } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import { askApi, focused, press, reads, tabTo, watchFaults } from "./steps.ts";

/** Words, cases and documents, from content of the tests' own beside what ships. */
describe("what is read and signed", () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    product = await startProduct([], { curriculum: join(import.meta.dirname, "curriculum") });
    browser = await launchBrowser();
    page = await (await openContext(browser)).newPage();
    faults = watchFaults(page);
    await signInByLink(page, product.link);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it("a word's meaning opens beside it, and focus comes back", async () => {
    await page.goto(`${product.url}/lessons/x01-1`);
    const word = page.getByRole("button", { name: "focus ring" });
    await tabTo(word);
    await page.keyboard.press("Enter");
    const meaning = page.getByRole("dialog", { name: "focus ring" });
    await meaning.getByText("Shows where a key press goes.").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await meaning.waitFor({ state: "detached" });
    await focused(word);
  });

  it("a source leads down to its address", async () => {
    await tabTo(page.getByRole("link", { name: /^WCAG/ }));
    await page.keyboard.press("Enter");
    const source = page.getByRole("listitem").filter({ hasText: "www.w3.org/TR/WCAG22" });
    await focused(source);
    expect(new URL(page.url()).hash).toBe("");
  });

  it("what is unclear goes to the owner, from the step where it came up", async () => {
    await press(page, "Wrong or unclear?");
    const form = page.getByRole("dialog", { name: "About this step" });
    await form.getByRole("button", { name: "Send to the owner" }).click();
    await form.getByText("Say in a sentence what it is.").waitFor();
    await form.getByRole("combobox", { name: "What is it?" }).selectOption("unclear");
    await form.getByRole("textbox", { name: "In your words" }).fill("Which focus ring is meant?");
    await form.getByRole("button", { name: "Send to the owner" }).click();
    await page.getByText("Sent to Tests.").waitFor();
    const mine = await askApi(page.context(), product.url, "GET", "/api/feedback/mine");
    expect(await mine.json()).toMatchObject({
      feedback: [{ lesson: "x01-1", step: "s1", kind: "unclear", state: "open" }],
    });
  });

  it("the glossary is searched, and a link names its word", async () => {
    await page.goto(`${product.url}/glossary?word=canary`);
    await focused(page.locator("#word-canary"));
    await page.getByRole("searchbox", { name: "Search" }).fill("no such word anywhere");
    await page.getByText("No word holds that text.").waitFor();
  });

  it("a case is found by its sector, and its question answered", async () => {
    await page.goto(`${product.url}/cases`);
    await page.getByRole("combobox", { name: "Sector" }).selectOption("retail");
    await page.getByRole("link", { name: "A shop that believed its model" }).click();
    await reads(page, /A shop that believed its model/);
    await page.getByLabel("In the code").check();
    await press(page, "Answer");
    await focused(page.locator(".exercise-result").filter({ hasText: "Right." }));
    expect(await axeFaults(page)).toEqual([]);
  });

  const sheets = async (document: string): Promise<number> => {
    await page.goto(`${product.url}/documents/${document}`);
    await page.getByRole("button", { name: /^Print/ }).waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  };

  it("every card and checklist prints on one page, without the frame of the product", async () => {
    const answered = await askApi(page.context(), product.url, "GET", "/api/documents");
    const { documents }: { documents: { id: string; kind: string }[] } = await answered.json();
    const small = documents.filter(({ kind }) => kind === "card" || kind === "checklist");
    expect(small.length).toBeGreaterThan(1);
    for (const { id } of small) expect([id, await sheets(id)]).toEqual([id, 1]);
    await page.goto(`${product.url}/documents/six-rules`);
    await page.emulateMedia({ media: "print" });
    await page.getByText("Report what looks odd").waitFor();
    expect(await page.getByRole("link", { name: "My standing" }).isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
  });

  it("the policy is signed only by somebody who says that they have read it", async () => {
    await page.goto(`${product.url}/documents`);
    await page.getByRole("link", { name: "AI safety policy" }).click();
    await reads(page, /AI safety policy/);
    await press(page, "Sign version 1");
    await page.getByText("Say first that you have read it.").waitFor();
    await page.getByRole("checkbox", { name: /I have read version 1/ }).check();
    await press(page, "Sign version 1");
    await reads(page, /^You signed AI safety policy, version 1, on /);
    const facts = await askApi(
      page.context(),
      product.url,
      "GET",
      "/api/evidence?kind=signoff.signed&limit=5",
    );
    expect(JSON.stringify(await facts.json())).toContain("ai-safety-policy");
    expect(faults).toEqual([]);
  });
});
