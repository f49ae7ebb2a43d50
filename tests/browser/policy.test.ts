import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openContext, signInByLink } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import { answer, copyable, press, reads, watchFaults } from "./steps.ts";

const note = "Two more labs of the foundation instead of one.";

describe("a change of the policy", () => {
  let product: Product;
  let browser: Browser;
  let owner: Page;
  let council: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    product = await startProduct(["--demo"]);
    browser = await launchBrowser();
    owner = await (await openContext(browser)).newPage();
    council = await (await openContext(browser)).newPage();
    faults = watchFaults(owner);
    await signInByLink(owner, product.link);
    await owner.goto(`${product.url}/policy`);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const editor = () => owner.getByRole("textbox", { name: /^Policy as YAML/ });
  const mistakes = () => owner.getByRole("button", { name: /^Mistake, line/ });
  const file = () => owner.getByRole("region", { name: "The file" });

  it("names the line of a mistake while it is written, and goes there", async () => {
    await reads(owner, /^Policy v2 is in force since/);
    await file().getByText("No mistakes.").waitFor();
    await editor().press("Control+Home");
    for (let line = 1; line < 14; line++) await owner.keyboard.press("ArrowDown");
    await owner.keyboard.press("End");
    await owner.keyboard.type("\nrefrsh: 6 months");
    await file().getByText("1 mistake.").waitFor();
    const said = await mistakes().textContent();
    expect(said).toContain("line 15:3");
    expect(said).toContain("refresh");
    const plan = file().getByRole("button", { name: /^Plan/ });
    expect(await plan.isDisabled()).toBe(true);

    await editor().press("Control+End");
    await mistakes().click();
    await owner.keyboard.press("Home");
    await owner.keyboard.press("Shift+End");
    await owner.keyboard.press("Backspace");
    await owner.keyboard.press("Control+Shift+K");
    await file().getByText("No mistakes.").waitFor();
    await file().getByText("v2, as it is in force").waitFor();
  });

  it("plans a stricter certificate: people by name, counts by gate and team", async () => {
    await editor().press("Control+Home");
    await owner.keyboard.press("Control+f");
    await owner.keyboard.type("count: 1");
    await owner.keyboard.press("Enter");
    await owner.keyboard.press("Escape");
    await owner.keyboard.type("count: 2");
    await file().getByText("changed, kept in this window only").waitFor();
    await press(owner, "Plan: who would gain or lose what");
    const plan = owner.getByRole("region", { name: "The plan" });
    await plan.getByText(/^\d+ people would lose [a-z-]+\/[a-z-]+ /).waitFor();
    const gates = plan.getByRole("row", { name: /gate −\d+/ });
    expect(await gates.count()).toBeGreaterThan(0);
    const people = owner.getByRole("region", { name: "Who" }).getByRole("table");
    const loses = people.getByRole("row", { name: /− loses .+ (at once|on \d)/ });
    expect(await loses.count()).toBeGreaterThan(10);
    await owner.getByRole("table", { name: "Changes by team" }).waitFor();
  });

  it("is proposed with a note and cannot be applied before it is approved", async () => {
    await press(owner, "Propose");
    await owner.getByRole("textbox", { name: "What changes, and why" }).fill(note);
    await answer(owner, "Propose");
    await reads(owner, /v3 waits for 1 more approval\.$/);
    const proposal = owner.getByRole("region", { name: "Proposal v3" });
    await proposal.getByText(note).waitFor();
    const apply = proposal.getByRole("button", { name: "Apply" });
    expect(await apply.isDisabled()).toBe(true);
    expect(await proposal.getByRole("button", { name: "Approve" }).count()).toBe(0);
  });

  it("is approved by a council member, who sees counts and no names", async () => {
    await owner.goto(`${product.url}/people?role=council`);
    await owner.getByRole("table", { name: "People" }).getByRole("link").first().click();
    await press(owner, "New one-time link");
    await answer(owner, "Make the link");
    const link = await copyable(owner, "One-time link");
    await signInByLink(council, link);
    await council.getByRole("link", { name: "Policy", exact: true }).click();
    const proposal = council.getByRole("region", { name: "Proposal v3" });
    await press(council, "Plan of v3");
    await council.getByText("Your role sees counts.").waitFor();
    expect(await council.getByRole("region", { name: "Who" }).count()).toBe(0);
    await press(council, "Approve");
    await proposal.getByText("All approvals are there.").waitFor();
    expect(await proposal.getByRole("button", { name: "Apply" }).count()).toBe(0);
  });

  it("comes into force when it is applied, and the history shows what changed", async () => {
    await owner.goto(`${product.url}/policy`);
    await reads(owner, /v3 is approved and waits to be applied\.$/);
    await press(owner, "Apply");
    await reads(owner, /^Policy v3 is in force since [^;]+\.$/);
    await owner.getByRole("link", { name: "All versions" }).click();
    await owner.getByRole("link", { name: "v3" }).click();
    const version = owner.getByRole("region", { name: "Version 3" });
    await version.getByText(note).waitFor();
    const rows = version.getByRole("table", { name: "Differences from v2 to v3" });
    await rows
      .getByRole("row", { name: /removed count: 1/ })
      .getByText("−")
      .waitFor();
    await rows
      .getByRole("row", { name: /added count: 2/ })
      .getByText("+")
      .waitFor();
    expect(faults).toEqual([]);
  });
});
