import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, launchBrowser, openContext, signInByLink } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import { askApi, contentOf, dialog, fill, press, reads, watchFaults } from "./steps.ts";

describe("certificates", () => {
  let product: Product;
  let browser: Browser;
  let owner: Page;
  /** Somebody without an account. */
  let outside: BrowserContext;
  let link: string;
  let faults: readonly string[];

  beforeAll(async () => {
    product = await startProduct(["--demo"]);
    browser = await launchBrowser();
    owner = await (await openContext(browser)).newPage();
    outside = await openContext(browser);
    faults = watchFaults(owner);
    await signInByLink(owner, product.link);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const card = () => owner.getByRole("article", { name: "Safe use of AI tools" });

  it("are shown with what is held until when, and downloaded to print", async () => {
    await owner.goto(`${product.url}/certificates`);
    await reads(owner, /^You hold two certificates; the first to end does so on /);
    link = await card()
      .getByRole("textbox", { name: "Link for anybody who wants to check it" })
      .inputValue();
    const download = owner.waitForEvent("download");
    await card().getByRole("link", { name: "To print (PDF)" }).click();
    expect((await contentOf(await download)).subarray(0, 5).toString()).toBe("%PDF-");
    expect(await axeFaults(owner)).toEqual([]);
  });

  it("say what they prove to somebody without an account, and name the holder only if they want it", async () => {
    const page = await outside.newPage();
    await page.goto(new URL(new URL(link).pathname, product.url).href);
    await reads(
      page,
      /certifies that its holder has earned “Safe use of AI tools”; it is valid until /,
    );
    await page.getByText("not named here").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    // Not check(): it looks at once whether the box is checked, which it is when that is kept.
    await card().getByRole("checkbox", { name: "Show my name on that page" }).click();
    await owner
      .getByRole("checkbox", { name: "Show my name on that page", checked: true })
      .waitFor();
    await page.reload();
    await page.getByText("Robin Ashdown").waitFor();
    const criteria = page.getByRole("link", { name: "The criteria, under the policy of that day" });
    const address = (await criteria.getAttribute("href")) ?? "";
    await page.goto(new URL(new URL(address, product.url).pathname, product.url).href);
    await reads(page, /^What .* asked for “Safe use of AI tools”\.$/);
    await page.close();
  });

  it("are checked as a token, as a baked picture and as nonsense", async () => {
    const page = await outside.newPage();
    const path = `${product.url}${new URL(link).pathname}/credential.jwt`;
    const jwt = await (await outside.request.get(path)).text();
    await page.goto(`${product.url}/verify`);
    const check = async (text: string) => {
      await fill(page, "Link, credential or token", text);
      await press(page, "Check it");
    };
    await check(jwt);
    await reads(page, /it is valid until /);
    const [head = "", body = "", signature = ""] = jwt.split(".");
    await check([head, body, signature.replace(/^./, (c) => (c === "A" ? "B" : "A"))].join("."));
    await page
      .getByRole("heading", { level: 1, name: /valid until/ })
      .waitFor({ state: "detached" });
    await check("a certificate, honestly");
    expect(await page.getByText("✓").count()).toBe(0);
    const id = new URL(link).pathname.split("/").at(-1) ?? "";
    const badge = await owner
      .context()
      .request.get(`${product.url}/api/me/certificates/${id}/downloads/png`);
    await page.getByLabel(/^Or choose a file/).setInputFiles({
      name: "badge.png",
      mimeType: "image/png",
      buffer: await badge.body(),
    });
    await reads(page, /it is valid until /);
    await page.close();
  });

  it("are revoked with a reason, and whoever has the link is told", async () => {
    const session = await askApi(owner.context(), product.url, "GET", "/api/session");
    const { person } = await session.json();
    await owner.goto(`${product.url}/people/${person.id}`);
    await press(owner, "Revoke Safe use of AI tools");
    await dialog(owner).getByRole("textbox", { name: "Reason" }).fill("earned with shared answers");
    await press(owner, "Revoke it");
    await owner.getByRole("cell", { name: /Revoked earned with shared answers/ }).waitFor();
    const page = await outside.newPage();
    await page.goto(new URL(new URL(link).pathname, product.url).href);
    await reads(page, /but revoked the certificate on .*; do not rely on it\.$/);
    await page.close();
    expect(faults).toEqual([]);
  });
});
