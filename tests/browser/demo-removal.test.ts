import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openContext, signInByLink } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import {
  answer,
  askApi,
  copyable,
  dialog,
  fill,
  holdAnswers,
  press,
  reads,
  watchFaults,
} from "./steps.ts";

describe("the demo", () => {
  let product: Product;
  let browser: Browser;
  let owner: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    product = await startProduct(["--demo"]);
    browser = await launchBrowser();
    owner = await (await openContext(browser)).newPage();
    faults = watchFaults(owner);
    await signInByLink(owner, product.link);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const strip = () => owner.getByText("Demo organisation: these people are invented.");

  it("goes when its owner says so twice, and leaves a link for the first owner", async () => {
    await strip().waitFor();
    // A page that is still asking when the demo goes: its answer will be that nobody is signed in.
    const late = await holdAnswers(owner, /\/api\/people\?/);
    await owner.getByRole("link", { name: "People", exact: true }).click();
    await late.asked;
    const isLate = (what: { url: () => string }) => what.url().includes("/api/people?");
    const over = Promise.any([
      owner.waitForEvent("requestfailed", isLate),
      owner
        .waitForResponse((answer) => isLate(answer))
        .then(() => owner.waitForResponse(/session$/)),
    ]);
    await press(owner, "Remove the demo");
    const deed = dialog(owner).getByRole("button", { name: "Remove the demo" });
    expect(await deed.isDisabled()).toBe(true);
    await dialog(owner).getByRole("textbox").fill("remove the demo");
    await answer(owner, "Remove the demo");
    await dialog(owner).getByText("Checkride is empty now and you are signed out.").waitFor();
    late.release();
    await over;
    const link = await copyable(owner, "Sign-in link of the first owner");
    expect(link).toMatch(new RegExp(`^${product.url}/sign-in#link=`));
    await dialog(owner).getByRole("link", { name: "Sign in and set up" }).click();
    await reads(owner, "Your sign-in link is ready.");
    expect(owner.url()).toBe(`${product.url}/sign-in`);
  });

  it("leaves a fresh installation, ready to be set up", async () => {
    await press(owner, "Sign in with this link");
    await reads(owner, "What is your organisation called, and who are you?");
    expect(await strip().count()).toBe(0);
    await fill(owner, "Name of the organisation", "Northwind");
    await fill(owner, "Your name", "Ines Vidal");
    await fill(owner, "Your e-mail address", "ines@northwind.example");
    await press(owner, "Go on");
    await reads(owner, "Who takes part?");
    const people = await askApi(owner.context(), product.url, "GET", "/api/people");
    expect(await people.json()).toMatchObject({ total: 1, items: [{ name: "Ines Vidal" }] });
    const policy = await askApi(owner.context(), product.url, "GET", "/api/policy/versions");
    expect(await policy.json()).toEqual({ versions: [] });
    expect(faults).toEqual([]);
  });
});
