import { afterEach } from "vitest";
import { openPages } from "../browser/browser.ts";
import { productsSaid } from "../browser/product.ts";

/** A failed step says what it waited for; what the page showed and the product said instead explains it. */
afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  const tell = (title: string, text: string) =>
    process.stderr.write(`\n--- ${task.name}: ${title}\n${text}\n`);
  for (const said of productsSaid()) tell("the product said", said.slice(-4_000));
  for (const page of openPages()) {
    const shown = page.locator("body").ariaSnapshot({ timeout: 5_000 }).catch(String);
    tell(`${page.url()} showed`, (await shown).slice(0, 6_000));
  }
});
