import { join } from "node:path";
import { launchBrowser, looks, openContext, signInByLink } from "./browser.ts";
import { findIds } from "./ids.ts";
import { pages, withIds } from "./pages.ts";
import { startProduct } from "./product.ts";

const folder = process.env["SCREENSHOTS"];
if (!folder) throw new Error("SCREENSHOTS names no folder; run scripts/screenshots.mjs");

const product = await startProduct(["--demo"]);
const browser = await launchBrowser();
try {
  const first = await openContext(browser);
  const page = await first.newPage();
  await page.goto(product.link);
  await page.screenshot({ path: join(folder, "sign-in-link.png") });
  await signInByLink(page, product.link);
  const ids = await findIds(first, product.url);
  const storageState = await first.storageState();
  for (const look of looks) {
    const context = await openContext(browser, look, storageState);
    const tab = await context.newPage();
    for (const { name, path } of pages) {
      await tab.goto(`${product.url}${withIds(path, ids)}`);
      await tab.waitForLoadState("networkidle");
      await tab.screenshot({ path: join(folder, `${name}-${look.name}.png`), fullPage: true });
    }
    await context.close();
  }
} finally {
  await browser.close();
  await product.stop();
}
