import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  axeFaults,
  axeFaultsOfLook,
  launchBrowser,
  looks,
  openContext,
  overflowsSideways,
  signInByLink,
} from "./browser.ts";
import { findIds } from "./ids.ts";
import { forStrangers, pages, withIds } from "./pages.ts";
import { type Product, startProduct } from "./product.ts";

describe("every page of a filled installation", () => {
  let product: Product;
  let browser: Browser;
  let signedIn: Awaited<ReturnType<BrowserContext["storageState"]>>;
  let ids: { person: string; evidence: string };

  beforeAll(async () => {
    product = await startProduct(["--demo"]);
    browser = await launchBrowser();
    const context = await openContext(browser);
    await signInByLink(await context.newPage(), product.link);
    ids = await findIds(context, product.url);
    signedIn = await context.storageState();
    await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const open = async (context: BrowserContext, path: string) => {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    await page.goto(`${product.url}${withIds(path, ids)}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    return { page, faults };
  };

  // Each has its own tab, and most of its time is spent waiting.
  it.concurrent.each(pages)(
    "$name: no fault that axe or the browser finds, in both themes, down to 320 pixels",
    async ({ name, path }) => {
      const context = await openContext(browser, looks[0], signedIn);
      const { page, faults } = await open(context, path);
      for (const [index, look] of looks.entries()) {
        await page.emulateMedia({ colorScheme: look.colorScheme });
        await page.setViewportSize(look.viewport);
        expect(await overflowsSideways(page), look.name).toBe(false);
        // The first and the last look have between them each theme and each width once.
        if (index === 0) expect(await axeFaults(page), look.name).toEqual([]);
        if (index === looks.length - 1) {
          expect(await axeFaultsOfLook(page), look.name).toEqual([]);
        }
      }
      // Where a page zoomed to 400 % ends up.
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflowsSideways(page), "320 pixels").toBe(false);
      expect(faults).toEqual([]);
      expect(await page.title()).toMatch(/Checkride/);
      if (!forStrangers.has(name)) {
        await page.getByText("these people are invented").first().waitFor();
      }
      await context.close();
    },
  );
});
