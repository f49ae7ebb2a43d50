import { Buffer } from "node:buffer";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, launchBrowser, openContext, signInByLink } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import { dialog, holdAnswers, press, reads, watchFaults } from "./steps.ts";

const shipped = join(import.meta.dirname, "..", "..", "curriculum/threats/mitre-atlas.json");

type Entry = { readonly id: string; readonly name: string; readonly summary: string };

/** The list that ships, one edition on: one technique is new and one is gone. */
const newerAtlas = async (): Promise<Buffer> => {
  const list: { readonly items: readonly Entry[] } = JSON.parse(await readFile(shipped, "utf8"));
  const [last] = list.items.slice(-1);
  const added = { ...last, id: "AML.T9999", name: "Nobody teaches this yet" };
  const items = [...list.items.slice(0, -1), added];
  return Buffer.from(JSON.stringify({ ...list, version: "9.0.0", items }));
};

describe("a newer list of threats", () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    page = await (await openContext(browser)).newPage();
    faults = watchFaults(page);
    await signInByLink(page, product.link);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const choose = (name: string, buffer: Buffer) =>
    page
      .getByLabel("Choose a list, or drop it here")
      .setInputFiles({ name, mimeType: "application/json", buffer });

  it("that is none is refused with what is wrong", async () => {
    await page.goto(`${product.url}/coverage`);
    await page.getByRole("link", { name: "Load a newer list" }).click();
    await choose("list.json", Buffer.from('{"taxonomy":"ATLAS"}'));
    await page.getByRole("alert").getByText("This is no list of threats").waitFor();
  });

  it("shows its difference first, and what of it nothing teaches once it is loaded", async () => {
    await choose("atlas.json", await newerAtlas());
    await reads(page, /9\.0\.0 against .*: 1 new, 1 gone, 0 renamed\.$/);
    await page.getByText("Nobody teaches this yet").first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await press(page, "Load MITRE ATLAS 9.0.0");
    await reads(page, "MITRE ATLAS 9.0.0 is loaded.");
    // However late the new lists come: the old ones, with a link to what is gone, are never shown again.
    const lists = await holdAnswers(page, /\/api\/coverage$/);
    await page.getByRole("link", { name: "To the lists" }).click();
    await page
      .getByText("Loading")
      .or(page.getByRole("link", { name: "MITRE ATLAS" }))
      .waitFor();
    expect(await page.getByRole("link", { name: "MITRE ATLAS" }).count()).toBe(0);
    lists.release();
    await page.getByRole("link", { name: "MITRE ATLAS" }).click();
    await page.getByRole("combobox", { name: "State" }).selectOption("open");
    await page.getByText("Nobody teaches this yet").waitFor();
  });

  it("can be taken away again", async () => {
    await press(page, "Take this list away");
    await dialog(page).getByRole("button", { name: "Take it away" }).click();
    await page.waitForURL(/\/coverage$/);
    await page.getByText("loaded here").waitFor({ state: "detached" });
    expect(faults).toEqual([]);
  });
});
