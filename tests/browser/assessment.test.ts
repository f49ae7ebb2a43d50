import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerQuestion } from "./answer-question.ts";
import { axeFaults, launchBrowser, openContext, signInByLink } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import { askApi, focused, press, reads, watchFaults } from "./steps.ts";

/** The first person of a new installation: nothing is known of them yet. */
describe("what somebody can do, from home on", () => {
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

  const sentence = () => page.getByRole("heading", { level: 1 });
  const answerAndSay = async (sure: string) => {
    const before = await sentence().textContent();
    await answerQuestion(page);
    await page.getByRole("radio", { name: sure }).press("Space");
    await press(page, "Keep and go on");
    await sentence()
      .filter({ hasNotText: before ?? "" })
      .waitFor();
  };

  it("home leads to the assessment, which asks how sure one is", async () => {
    await page.goto(product.url);
    await page.getByRole("link", { name: "To the assessment" }).click();
    await reads(page, /^What can you do already\?/);
    await press(page, "Begin");
    await reads(page, /^Question 1 of at most/);
    await answerQuestion(page);
    await press(page, "Keep and go on");
    await page.getByText("Say how sure you are.").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await answerAndSay("Certain");
    await focused(sentence());
  });

  it("it is gone on with after the tab was closed, and no answer has come back", async () => {
    await reads(page, /^Question 2 of at most/);
    expect(await page.getByText(/^(Right|Not right)\.$/).count()).toBe(0);
    await page.goto(product.url);
    await page.getByRole("link", { name: "Go on with the assessment" }).click();
    await press(page, "Go on with question 2");
    await reads(page, /^Question 2 of at most/);
  });

  it("it ends in levels, what was sure and wrong, and a way", async () => {
    while ((await sentence().textContent())?.startsWith("Question")) await answerAndSay("Certain");
    await page.getByRole("heading", { level: 2, name: "Levels" }).waitFor();
    await page.getByRole("heading", { level: 2, name: "Sure, and not right" }).waitFor();
    await page.getByRole("heading", { level: 2, name: "Your way from here" }).waitFor();
    await page.locator("summary").first().click();
    await page.getByText("Not right", { exact: false }).first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.goto(product.url);
    await reads(page, /./);
    expect(await page.getByRole("link", { name: "Go on with the assessment" }).count()).toBe(0);
  });

  it("a quiz gives its reasons at once, and a pause after a try that did not pass", async () => {
    await page.goto(`${product.url}/tracks/t1`);
    await page.getByRole("link", { name: "Foundational quiz" }).click();
    await reads(page, /right answers pass\.$/);
    await press(page, "Begin");
    await reads(page, /^Question 1 of/);
    for (;;) {
      await answerQuestion(page);
      await press(page, "Answer");
      await focused(page.locator(".exercise-result"));
      expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
      const isLast = (await page.getByRole("button", { name: "See the result" }).count()) > 0;
      if (isLast) expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press("n");
      await focused(sentence());
      if (isLast) break;
    }
    await reads(page, /right\. \d+ are needed to pass\.$|^Passed/);
    expect(await axeFaults(page)).toEqual([]);
    await page.goto(`${product.url}/quizzes/t1`);
    await page.getByText(/^Between two tries lie ten minutes/).waitFor();
    expect(await page.getByRole("button", { name: /^Begin/ }).count()).toBe(0);
  });

  it("a written assessment saves itself and is handed in", async () => {
    await page.goto(`${product.url}/modules/m16`);
    await page.getByRole("link", { name: "Product risk assessment on one page" }).click();
    await reads(page, /6 parts/);
    for (const part of await page.getByRole("main").getByRole("textbox").all()) {
      await part.fill("The bot reads a ticket and drafts a reply that a person sends.");
    }
    await page.getByText("Everything is saved.").waitFor();
    await page.reload();
    await press(page, "Hand it in");
    await page.getByRole("alertdialog").getByRole("button", { name: "Hand it in" }).click();
    await reads(page, /^Handed in\./);
    await page.goto(`${product.url}/reviews`);
    await reads(page, "No text waits for your review.");
  });

  it("feedback is answered, and its author sees the answer", async () => {
    const given = { lesson: "m01-1", step: null, kind: "unclear", text: "Which tab is meant?" };
    await askApi(page.context(), product.url, "POST", "/api/feedback", given);
    await page.goto(`${product.url}/content`);
    await page.getByRole("link", { name: "All of it" }).click();
    await reads(page, "One waits for an answer.");
    await page.getByRole("button", { name: /^Answer/ }).click();
    await page.getByRole("textbox", { name: "What came of it" }).fill("The open one.");
    await press(page, "Keep the answer");
    await reads(page, "Nothing waits for an answer.");
    await page.goto(`${product.url}/feedback/mine`);
    await page.getByText("The open one.").waitFor();
    expect(faults).toEqual([]);
  });
});
