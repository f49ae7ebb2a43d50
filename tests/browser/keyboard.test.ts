import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openContext, signInByLink } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import { copyable, dialog, focused, reads, tabTo, watchFaults } from "./steps.ts";

describe("by keyboard alone", () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    product = await startProduct(["--demo"]);
    browser = await launchBrowser();
    const context = await openContext(browser);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    page = await context.newPage();
    faults = watchFaults(page);
    await signInByLink(page, product.link);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const heading = () => page.getByRole("heading", { level: 1 });
  const theme = () => page.evaluate(() => document.documentElement.dataset["theme"] ?? "system");

  it("the first Tab offers to skip to the content, and Enter does", async () => {
    await page.goto(product.url);
    await heading().waitFor();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await focused(skip);
    expect(await skip.boundingBox()).toMatchObject({ y: expect.toSatisfy((y: number) => y >= 0) });
    await page.keyboard.press("Enter");
    await focused(page.getByRole("main"));
    await page.keyboard.press("Tab");
    const inside = page.getByRole("main").locator(":focus");
    await inside.waitFor();
  });

  it("Ctrl+K finds a page by its name, and its sentence is read first", async () => {
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Go to or do" });
    await focused(field);
    await page.keyboard.type("peop");
    await page.getByRole("option", { name: /People/, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/people$/);
    await focused(heading());
    expect(await page.title()).toMatch(/ · Checkride$/);
  });

  it("Ctrl+K finds a person, and says when there is nobody", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("zzzz");
    await page.getByText("Nothing of that name.").waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("robin ash");
    await page.getByRole("option", { name: /Robin Ashdown/, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await reads(page, /Robin Ashdown/);
    await focused(heading());
  });

  it("a question mark shows the shortcuts; Escape closes them and focus comes back", async () => {
    const before = page.getByRole("link", { name: "Recent evidence" });
    await tabTo(before);
    await page.keyboard.press("?");
    await dialog(page).getByRole("heading", { name: "Shortcuts" }).waitFor();
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    await focused(before);
    await page.keyboard.press("Control+k");
    await focused(page.getByRole("combobox", { name: "Go to or do" }));
    await page.keyboard.press("Escape");
    await focused(before);
  });

  it("a chosen theme is there before anything is drawn, also after a reload", async () => {
    await tabTo(page.getByRole("radio", { name: "System" }));
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await theme()).toBe("dark");
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        const { dataset } = document.documentElement;
        dataset["atFirst"] = dataset["theme"] ?? "none";
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await heading().waitFor();
    const first = await page.evaluate(() => document.documentElement.dataset["atFirst"]);
    expect(first).toBe("dark");
    expect(await page.getByRole("radio", { name: "Dark" }).isChecked()).toBe(true);
    await page.keyboard.press("Control+k");
    await focused(page.getByRole("combobox", { name: "Go to or do" }));
    await page.keyboard.type("system's");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.documentElement.dataset["theme"] === undefined);
  });

  it("an access token is made, its secret copied once, and ended", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await page.waitForURL(/\/tokens$/);
    await focused(heading());
    await tabTo(page.getByRole("button", { name: "Make a token" }));
    await page.keyboard.press("Enter");
    await tabTo(dialog(page).getByRole("textbox", { name: "Name" }));
    await page.keyboard.type("deploy pipeline");
    await tabTo(dialog(page).getByRole("checkbox", { name: "gates:decide" }));
    await page.keyboard.press("Space");
    await tabTo(dialog(page).getByRole("button", { name: "Make the token" }));
    await page.keyboard.press("Enter");
    await dialog(page).getByText("Copy the secret now.").waitFor();
    const secret = await copyable(page, "Secret");
    await tabTo(dialog(page).getByRole("button", { name: "Copy Secret" }));
    await page.keyboard.press("Enter");
    await dialog(page).getByText("Copied", { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
    await tabTo(dialog(page).getByRole("button", { name: "I have copied it" }));
    await page.keyboard.press("Enter");
    await dialog(page).waitFor({ state: "detached" });

    await page.reload();
    const row = page.getByRole("row", { name: /^deploy pipeline gates:decide/ });
    await tabTo(row.getByRole("button", { name: "End deploy pipeline" }));
    expect(await page.content()).not.toContain(secret);
    await page.keyboard.press("Enter");
    await focused(dialog(page).getByRole("button", { name: "Cancel" }));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await reads(page, "No access token is in use.");
    expect(await row.count()).toBe(0);
    await focused(heading());
  });

  it("a gate is asked for a person and answers with its reasons", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("g");
    await page.waitForURL(/\/gates$/);
    const ask = page.getByRole("region", { name: "Ask for a person" });
    await tabTo(ask.getByRole("combobox", { name: "Gate" }));
    await page.keyboard.type("models/app");
    await page.keyboard.press("Tab");
    await page.keyboard.type("robin.ashdown@meridian.example");
    await page.keyboard.press("Enter");
    const said = ask.getByRole("status");
    await said
      .getByText(/robin\.ashdown@meridian\.example may (not )?pass models\/approve/)
      .waitFor();
    expect(await said.getByRole("listitem").count()).toBeGreaterThan(0);
    await said.getByText("under policy v2.").waitFor();
    expect(faults).toEqual([]);
  });
});
