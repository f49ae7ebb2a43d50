import { createHash } from "node:crypto";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, launchBrowser, openContext, overflowsSideways } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import { copyable, fill, press, reads, watchFaults } from "./steps.ts";

const password = "nine green teapots sing";

/** Wide, and as narrow as a phone or a page at 400 %: nothing that axe finds, nothing cut off. */
const expectAccessible = async (page: Page): Promise<void> => {
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflowsSideways(page), page.url()).toBe(false);
  await page.setViewportSize({ width: 1280, height: 900 });
};

/** A finger on a sensor that always agrees, as Chromium simulates it. */
const addAuthenticator = async (context: BrowserContext, page: Page): Promise<void> => {
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
};

describe("the first run", () => {
  let product: Product;
  let browser: Browser;
  let owner: Page;
  let learner: Page;
  let faults: readonly string[];
  const links: string[] = [];

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    owner = await (await openContext(browser)).newPage();
    faults = watchFaults(owner);
    const context = await openContext(browser);
    learner = await context.newPage();
    await addAuthenticator(context, learner);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it("offers the command line that pipelines run, with its checksum", async () => {
    const from = `${product.url}/cli/checkride.mjs`;
    const program = Buffer.from(await (await fetch(from)).arrayBuffer());
    const checksum = createHash("sha256").update(program).digest("hex");
    expect(await (await fetch(`${from}.sha256`)).text()).toBe(`${checksum}  checkride.mjs\n`);
    expect(program.length).toBeGreaterThan(10_000);
  });

  it("lets the first owner in by the printed link, by a press and not by looking", async () => {
    await owner.goto(product.link);
    await reads(owner, "Your sign-in link is ready.");
    await expectAccessible(owner);
    expect(owner.url()).toBe(`${product.url}/sign-in`);
    expect(await owner.evaluate(() => window.history.length)).toBeLessThanOrEqual(2);
    const session = await owner.context().request.get(`${product.url}/api/session`);
    expect(await session.json()).toMatchObject({ person: null });
    await press(owner, "Sign in with this link");
    await reads(owner, "What is your organisation called, and who are you?");
    await expectAccessible(owner);
    expect(owner.url()).not.toContain("link");
  });

  it("tells who comes with the same link again that it is used up", async () => {
    const context = await openContext(browser);
    const second = await context.newPage();
    await second.goto(product.link);
    await press(second, "Sign in with this link");
    await reads(second, "This link does not work any more.");
    await second
      .getByRole("alert")
      .getByText("used already, was replaced or has expired")
      .waitFor();
    await press(second, "Sign in another way");
    await reads(second, /^Sign in/);
    await context.close();
  });

  it("sets the organisation up: its name, people with their links, the built-in policy", async () => {
    await fill(owner, "Name of the organisation", "Northwind");
    await fill(owner, "Your name", "Ines Vidal");
    await fill(owner, "Your e-mail address", "ines@northwind.example");
    await press(owner, "Go on");
    await reads(owner, "Who takes part?");
    for (const [name, email] of [
      ["Ada Okafor", "ada@northwind.example"],
      ["Lin Chen", "lin@northwind.example"],
    ] as const) {
      await fill(owner, "Name", name);
      await fill(owner, "E-mail address", email);
      await press(owner, "Add");
      links.push(await copyable(owner, name));
    }
    expect(new Set(links).size).toBe(2);
    await expectAccessible(owner);
    await press(owner, "Go on");
    await reads(owner, "What is asked of whom?");
    await owner.getByRole("table", { name: "Certificates" }).waitFor();
    await expectAccessible(owner);
    await press(owner, "Bring it into force");
    await reads(owner, "Policy v1 is in force.");
    await press(owner, "Go on");
    await reads(owner, "That is all it needs.");
    await expectAccessible(owner);
    await press(owner, "Finish the set-up");
  });

  it("refuses a weak password with the reason and takes a good one", async () => {
    await reads(owner, "Choose how you sign in from now on.");
    await expectAccessible(owner);
    await owner.getByLabel("Password", { exact: true }).fill("northwind2026!");
    await press(owner, "Set password");
    await owner
      .getByText('contains "northwind", which others know about you or this place')
      .waitFor();
    await owner.getByLabel("Password", { exact: true }).fill(password);
    await press(owner, "Set password");
    await reads(owner, "Northwind is set up.");
    await owner.getByRole("link", { name: "My standing" }).last().click();
    await owner.waitForURL(`${product.url}/`);
    await reads(owner, "You have not begun: one certificate is asked of you.");
    await owner.getByText("policy v1, in force since").waitFor();
  });

  it("signs in with the password alone, and says when it is not right", async () => {
    await press(owner, "Sign out");
    await reads(owner, "Sign in to Northwind.");
    await expectAccessible(owner);
    await fill(owner, "E-mail address", "ines@northwind.example");
    await owner.getByLabel("Password", { exact: true }).fill("nine green teapots sink");
    await press(owner, "Sign in");
    const said = owner.getByRole("alert");
    await said.getByText("E-mail address and password do not belong together.").waitFor();
    await owner.getByLabel("Password", { exact: true }).fill(password);
    await press(owner, "Sign in");
    await owner.getByRole("link", { name: "People" }).waitFor();
    expect(faults).toEqual([]);
  });

  it("lets an invited person in by the link of the set-up, who then keeps a passkey", async () => {
    await learner.goto(links[0] ?? "");
    await press(learner, "Sign in with this link");
    await reads(learner, "Choose how you sign in from now on.");
    await learner.getByText("Your account is ada@northwind.example.").waitFor();
    await press(learner, "Add a passkey");
    await learner.getByRole("navigation", { name: "Main" }).waitFor();
    // The simulated sensor agrees to what the browser offers under the e-mail field, before any press.
    const offered = learner.waitForResponse(`${product.url}/api/session/passkey`);
    await press(learner, "Sign out");
    expect((await offered).status()).toBe(200);
    await learner.waitForURL(`${product.url}/`);
  });

  it("signs in with the passkey where the browser offers none by itself", async () => {
    await learner.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
    });
    await press(learner, "Sign out");
    await reads(learner, "Sign in to Northwind.");
    await press(learner, "Use a passkey");
    await learner.waitForURL(`${product.url}/`);
    await learner.getByRole("link", { name: "Ada Okafor" }).waitFor();
  });

  it("shows a learner no way to what learners may not see", async () => {
    const shown = await learner.getByRole("navigation", { name: "Main" }).getByRole("link").all();
    expect(await Promise.all(shown.map((link) => link.textContent()))).toEqual([
      "My standing",
      "My certificates",
      "Tracks",
      "Labs",
      "Competencies",
      "Refreshers",
      "Cases",
      "Documents",
      "Glossary",
      "Policy",
    ]);
    await learner.goto(`${product.url}/people`);
    await reads(learner, "Your role does not include this page.");
    await expectAccessible(learner);
    await learner.getByText("You are signed in as Ada Okafor (learner).").waitFor();
    await learner.getByRole("link", { name: "My standing" }).last().click();
    expect(new URL(learner.url()).pathname).toBe("/");
  });
});
