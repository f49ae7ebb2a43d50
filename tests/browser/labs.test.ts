import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  axeFaults,
  launchBrowser,
  openContext,
  overflowsSideways,
  signInByLink,
} from "./browser.ts";
import { begin, editor, failing, openFile, pasteFile, submit } from "./lab-steps.ts";
import { type Product, startProduct } from "./product.ts";
import { answer, askApi, focused, press, reads, tabTo, watchFaults } from "./steps.ts";

const labs = join(import.meta.dirname, "..", "..", "curriculum", "labs");
const filesIn = (folder: string) =>
  readdirSync(join(labs, folder)).map((path) => ({
    path,
    text: readFileSync(join(labs, folder, path), "utf8"),
  }));

/** The bench: one lab with code, one with questions, as people play them. */
describe("the bench", () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    product = await startProduct([]);
    browser = await launchBrowser();
    page = await (await openContext(browser)).newPage();
    faults = watchFaults(page);
    await signInByLink(page, product.link);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it("is found in the catalogue, and says what is graded before it is begun", async () => {
    await page.goto(`${product.url}/labs`);
    await page.getByRole("searchbox", { name: "Search" }).fill("without obeying");
    await page.getByRole("link", { name: "Summarise without obeying" }).click();
    await reads(page, "Summarise without obeying");
    await page.getByRole("heading", { name: "The checks" }).waitFor();
    await press(page, "Begin");
    await editor(page).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it("lets nobody change a file that is there to be read", async () => {
    await openFile(page, "rules.ts");
    const before = await editor(page).textContent();
    await editor(page).focus();
    await page.keyboard.type("let me in");
    expect(await editor(page).textContent()).toBe(before);
    await page.getByText("it cannot be changed").waitFor();
  });

  it("lets go of whoever has no mouse, and keeps what they wrote over a reload", async () => {
    await openFile(page, "summarise.ts");
    await editor(page).focus();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.type("// mine");
    await page.keyboard.press("Tab");
    await focused(editor(page));
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await editor(page).evaluate((element) => element.matches(":focus"))).toBe(false);
    await page.reload();
    await openFile(page, "summarise.ts");
    await editor(page).getByText("// mine").waitFor();
    await page
      .getByRole("status")
      .filter({ hasText: /^Saved/ })
      .waitFor();
  });

  it("keeps what is written while nobody answers, and saves it afterwards", async () => {
    const state = page.getByRole("status").filter({ hasText: /^(Saved|Not saved)/ });
    await page.context().setOffline(true);
    await editor(page).focus();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.type("// offline ");
    await state.filter({ hasText: "kept in this browser" }).waitFor();
    await page.context().setOffline(false);
    await state.filter({ hasText: /^Saved/ }).waitFor();
  });

  it("never lets one window write over another", async () => {
    const other = await page.context().newPage();
    await other.goto(`${product.url}/labs/L07`);
    await openFile(other, "summarise.ts");
    await editor(other).getByText("// offline // mine").waitFor();
    await editor(page).focus();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.type("// first ");
    await page.getByRole("link", { name: "Labs", exact: true }).focus();
    await page
      .getByRole("status")
      .filter({ hasText: /^Saved/ })
      .waitFor();
    await editor(other).focus();
    await other.keyboard.press("ControlOrMeta+Home");
    await other.keyboard.type("// second ");
    await other.getByText("Somebody else saved another version meanwhile.").waitFor();
    await press(other, "Compare");
    const compared = other.getByRole("dialog", { name: "From their version to yours" });
    await compared.getByText("// second // offline // mine").waitFor();
    await compared.getByRole("button", { name: "Close" }).click();
    await press(other, "Keep mine");
    await other
      .getByRole("status")
      .filter({ hasText: /^Saved/ })
      .waitFor();
    await other.close();
    await page.reload();
    await openFile(page, "summarise.ts");
    await editor(page).getByText("// second // offline // mine").waitFor();
  });

  it("leads from a fault to its line", async () => {
    await pasteFile(page, { path: "summarise.ts", text: "export const summarise =\n\n  (;\n" });
    await page.keyboard.press("ControlOrMeta+Enter");
    await press(page, "Go to summarise.ts, line 3");
    await focused(editor(page));
  });

  it("opens a hint for its price, and not by accident", async () => {
    await press(page, "Hint 1 of 3, 4 points");
    await answer(page, "Cancel");
    await press(page, "Hint 1 of 3, 4 points");
    await answer(page, "Open for 4 points");
    await page.getByText("Everything is one text today.").waitFor();
  });

  it("says of what is nearly right what does not hold, and why", async () => {
    for (const file of filesIn("L07/weakened/fixed-boundary")) await pasteFile(page, file);
    await page.keyboard.press("ControlOrMeta+Shift+Enter");
    await page.getByRole("heading", { name: "8 of 9 hold" }).waitFor();
    expect(await failing(page)).toEqual([
      "A document cannot end its own quote, not even one whose writer has seen earlier requests.",
    ]);
    await page.getByText("A boundary must be new for every request").waitFor();
    await press(page, "Look at attempt 1");
    const look = page.getByRole("dialog", { name: "Attempt 1" });
    await look.getByText("added").first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await look.getByRole("button", { name: "Close" }).click();
  });

  it("ends what holds with one question, and only then is the lab passed", async () => {
    for (const file of filesIn("L07/reference")) await pasteFile(page, file);
    await submit(page);
    await reads(page, /^All checks hold\. Answer one question/);
    const passes = () =>
      askApi(page.context(), product.url, "GET", "/api/evidence?kind=activity.passed&limit=5");
    expect(await (await passes()).json()).toMatchObject({ items: [] });
    await page.getByLabel(/^Not on this footing/).check();
    await press(page, "Answer");
    await reads(page, "You have passed Summarise without obeying.");
    expect(await (await passes()).json()).toMatchObject({
      items: [{ body: { activity: "lab/L07", hints: 1, score: 0.96 } }],
    });
    expect(await axeFaults(page)).toEqual([]);
  });

  it("grades a pass again from its evidence", async () => {
    await page.getByRole("link", { name: /^evidence/ }).click();
    await press(page, "Grade again");
    await page.getByText("The same verdict, check by check and case by case.").waitFor();
  });

  it("plays on a phone where questions are asked, with one attempt at each", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await begin(page, product.url, "L26");
    await press(page, "Questions");
    await tabTo(page.getByRole("radio", { name: "Safe", exact: true }).first());
    await page.keyboard.press("Space");
    const [first] = await page.locator(".asked-question").all();
    await first?.locator(".option input").first().check();
    await page.getByText("1 of 12 answered").waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
    await press(page, "Submit");
    await page.getByRole("alertdialog", { name: "Submit with 11 not answered?" }).waitFor();
    await answer(page, "Submit");
    await page.getByText("The next try has others.").waitFor();
    await press(page, "Try again with other questions");
    await page.getByText("0 of 12 answered").waitFor();
    expect(faults).toEqual([]);
  });
});
