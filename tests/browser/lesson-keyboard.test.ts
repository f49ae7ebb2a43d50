import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, launchBrowser, openContext, signInByLink } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import { askApi, focused, reads, tabTo, watchFaults } from "./steps.ts";

const claim = "Every exercise can be answered without a mouse.";

/** A lesson with an exercise of every kind, from content of our own beside what ships. */
describe("a lesson by keyboard alone", () => {
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

  const exercise = (ask: string | RegExp): Locator => page.getByRole("region", { name: ask });
  const keys = async (...pressed: readonly string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  const press = async (button: Locator, key: "Enter" | "Space" = "Enter") => {
    await tabTo(button);
    await page.keyboard.press(key);
  };
  /** Sends an answer and waits for what it earned, which has the focus. */
  const send = async (box: Locator, name: string, result: string | RegExp) => {
    await press(box.getByRole("button", { name, exact: true }));
    await focused(box.locator(".exercise-result").filter({ hasText: result }));
  };
  /** The editor lives in a shadow root, whose host has the focus. In it Tab indents, after Escape it leads out. */
  const intoEditor = async (box: Locator) => {
    await box.getByRole("textbox", { name: /Your code/ }).waitFor();
    await tabTo(box.locator(".code-editor"));
  };
  const goOn = async (title: string) => {
    await page.keyboard.press("n");
    await focused(page.getByRole("heading", { level: 2, name: title }));
  };

  it("is reached from home through its track", async () => {
    await page.goto(product.url);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await keys("g", "l");
    await page.waitForURL(/\/tracks$/);
    await press(page.getByRole("link", { name: "Every kind", exact: true }));
    await reads(page, /Every kind takes about/);
    await press(page.getByRole("link", { name: "Open the lesson" }));
    await reads(page, claim);
    await focused(page.getByRole("heading", { level: 1 }));
  });

  it("options are picked, cards sorted and sides joined with arrow keys", async () => {
    const pick = exercise("Which two are keys?");
    await press(pick.getByRole("button", { name: "Answer" }));
    await pick.getByText("Pick every option that holds.").waitFor();
    for (const name of ["Mouse", "Space"]) await press(pick.getByLabel(name), "Space");
    await send(pick, "Answer", "Not yet.");
    await pick.getByText("Missed.").waitFor();
    await press(pick.getByRole("button", { name: "Try again" }));
    await press(pick.getByLabel("Mouse"), "Space");
    await press(pick.getByLabel("Tab"), "Space");
    await send(pick, "Answer", "Right.");

    const sort = exercise("Sort the two.");
    for (const [card, group] of [
      ["Enter", "A key"],
      ["Trackball", "A pointer"],
    ] as const) {
      const chips = sort.getByRole("group", { name: card });
      await tabTo(chips.getByRole("radio").first());
      await page.keyboard.press("Space");
      if (!(await chips.getByRole("radio", { name: group }).isChecked())) {
        await page.keyboard.press("ArrowRight");
      }
    }
    await send(sort, "Answer", "Right.");

    const join = exercise("Join each key with what it does.");
    for (const [left, right] of [
      ["Escape", /closes/],
      ["Tab", /goes on/],
    ] as const) {
      const letters = join.getByRole("group", { name: left });
      await tabTo(letters.getByRole("radio").first());
      await page.keyboard.press("Space");
      while (!(await letters.getByRole("radio", { name: right }).isChecked())) {
        await page.keyboard.press("ArrowRight");
      }
    }
    await send(join, "Answer", "Right.");
  });

  it("cards are put in order, a line and a place of a diagram are marked", async () => {
    await goOn("Order and mark");
    const order = exercise("First to last.");
    const places = () => order.locator(".order-text").allTextContents();
    const wanted = ["Press Tab", "See the focus", "Press Enter"];
    for (const [place, card] of wanted.entries()) {
      const up = order.getByRole("button", { name: `Move up: ${card}` });
      await tabTo(up);
      for (let at = (await places()).indexOf(card); at > place; at--) {
        await page.keyboard.press("ArrowUp");
        await focused(up);
      }
    }
    expect(await places()).toEqual(wanted);
    await send(order, "Answer", "Right.");

    const lines = exercise("Mark the line that trusts the model.");
    await tabTo(lines.getByRole("button", { name: /Line 1/ }));
    await keys("ArrowDown", "Space");
    await lines.getByText("1 of 1 marked").waitFor();
    await send(lines, "Answer", "Right.");

    const picture = exercise("Mark where outside text enters.");
    await press(picture.getByRole("button", { name: "question: Visitor to Shop" }), "Space");
    await send(picture, "Answer", "Right.");
  });

  it("blanks are filled, a slider moved, code written and run", async () => {
    await goOn("Fill, move, run");
    const config = exercise("Set a limit.");
    await tabTo(config.getByRole("textbox", { name: /Requests a minute/ }));
    await page.keyboard.type("30");
    await tabTo(config.getByRole("combobox", { name: /When the guard fails/ }));
    await page.keyboard.type("refuse");
    await send(config, "Answer", "Right.");

    const slide = exercise("Bring the error below 5.");
    await tabTo(slide.getByRole("slider", { name: "People counted" }));
    await keys("End");
    await slide.getByText("Holds: The error is below 5 %").waitFor();
    await send(slide, "Answer", "Right.");

    const code = exercise(/^Make double return/);
    await intoEditor(code);
    await keys("Control+a", "Delete");
    await page.keyboard.type("const double = (n: number): number => 2 * n;");
    await keys("Escape");
    await send(code, "Run", "Right: all 2 cases hold.");

    const look = exercise("Run it and look.");
    await intoEditor(look);
    await keys("Escape");
    await press(look.getByRole("button", { name: "Run", exact: true }));
    await look.getByText("2 words", { exact: true }).waitFor();
  });

  it("a guess is made, a text written, and the lesson is done", async () => {
    await goOn("Guess and write");
    const guess = exercise("How many keys does the lesson need?");
    await tabTo(guess.getByRole("spinbutton"));
    await page.keyboard.type("5");
    await send(guess, "Reveal", "Close: it is 6 keys.");

    const write = exercise("Write down what you would check.");
    await tabTo(write.getByRole("textbox", { name: "Your check" }));
    await page.keyboard.type("Whether the focus shows.");
    await send(write, "Save and compare", "The focus can be seen at every step.");

    await goOn("The sentence above is yours to defend.");
    await page.getByText("8 of 9 right at first").waitFor();
    await page.getByText("Count the tabs that are open in your editor.").waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it("is known to be done after a reload, and keeps what was answered", async () => {
    await page.goto(`${product.url}/lessons/x01-1`);
    await reads(page, claim);
    await exercise("Which two are keys?").getByText("Right.").first().waitFor();
    const answered = await askApi(page.context(), product.url, "GET", "/api/lessons/x01-1");
    expect(await answered.json()).toMatchObject({
      progress: { state: "done", exercises: { answered: 12, of: 12 } },
    });
    expect(faults).toEqual([]);
  });
});
