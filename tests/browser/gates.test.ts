import { startTestGithub } from "@checkride/server/features/github-apps/test-github";
import { openReceiver, type TestReceiver } from "@checkride/server/features/webhooks/test-receiver";
import type { Browser, Page } from "playwright-core";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, launchBrowser, openContext, signInByLink } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import { answer, copyable, dialog, press, reads, watchFaults } from "./steps.ts";

const reason = "The payment service is down and its owner is on a train.";

describe("gates and what is connected to them", () => {
  let product: Product;
  let browser: Browser;
  let owner: Page;
  let lead: Page;
  let receiver: TestReceiver;
  let github: Awaited<ReturnType<typeof startTestGithub>>;
  let faults: readonly string[];

  beforeAll(async () => {
    receiver = await openReceiver();
    github = await startTestGithub(() => new Date());
    product = await startProduct(["--demo"], {
      env: { CHECKRIDE_WEBHOOK_NETWORKS: "127.0.0.0/8" },
    });
    browser = await launchBrowser();
    owner = await (await openContext(browser)).newPage();
    lead = await (await openContext(browser)).newPage();
    faults = watchFaults(owner);
    await signInByLink(owner, product.link);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await github?.close();
    await receiver?.close();
  });

  const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

  it("says of a gate who may not pass, why, and what would open it", async () => {
    await owner.goto(`${product.url}/gates`);
    await reads(owner, "6 gates; 5 are enforced.");
    await owner.getByRole("link", { name: "Deploy AI services to production" }).click();
    await reads(owner, /^Deploy AI services to production: closed to \d+ people, open to \d+\.$/);
    const kept = owner.getByRole("table", { name: "People who may not pass" });
    const first = await kept.getByRole("link").first().getAttribute("href");
    expect(await kept.getByRole("row", { name: /has not been earned/ }).count()).toBeGreaterThan(5);
    await press(owner, "Next →");
    await owner.getByText("26–50").waitFor();
    await kept.locator(`a[href="${first}"]`).waitFor({ state: "hidden" });
    await owner.getByRole("combobox", { name: "Show" }).selectOption("Who may pass");
    await owner.getByRole("table", { name: "People who may pass" }).waitFor();
  });

  it("opens by hand only when a second person agrees, and everybody who answers for it sees it", async () => {
    await press(owner, "Ask to open it");
    await owner.getByRole("textbox", { name: "Reason" }).fill(reason);
    await answer(owner, "Ask for it");
    const opened = region(owner, "Opened by hand");
    await opened.getByText(reason).waitFor();
    expect(await opened.getByRole("button", { name: "Approve and open" }).count()).toBe(0);
    const gate = owner.url();

    await owner.goto(`${product.url}/people?role=lead`);
    await owner.getByRole("table", { name: "People" }).getByRole("link").first().click();
    await press(owner, "New one-time link");
    await answer(owner, "Make the link");
    await signInByLink(lead, await copyable(owner, "One-time link"));
    const strip = lead.getByRole("region", { name: "Notices" });
    await strip.getByText(/^deploy\/production: Asked for/).waitFor();
    await strip.getByRole("link", { name: "Look at it" }).click();
    await press(lead, "Approve and open");
    await strip.getByText(/^deploy\/production: Open for .+ until/).waitFor();

    await owner.goto(gate);
    await opened.getByText(/approved by/).waitFor();
    await press(owner, "Close it now");
    await opened.getByText(/closed by hand\.$/).waitFor();
  });

  it("adds a webhook whose secret is shown once and verifies what arrives", async () => {
    await owner.goto(`${product.url}/integrations`);
    await reads(owner, "Nothing outside is connected yet.");
    await press(owner, "Add a webhook");
    const address = owner.getByRole("textbox", { name: "Address", exact: true });
    await address.fill("http://10.1.2.3/hook");
    await answer(owner, "Add the webhook");
    await dialog(owner)
      .getByText(/^10\.1\.2\.3 is not on the public internet/)
      .waitFor();
    await address.fill(receiver.url);
    await answer(owner, "Add the webhook");
    await dialog(owner).getByText("Copy the secret now.").waitFor();
    const secret = await copyable(owner, "Secret");
    await answer(owner, "I have copied it");
    await reads(owner, "Connected: 1 webhook.");

    await owner.getByRole("link", { name: new URL(receiver.url).host }).click();
    await press(owner, "Send a test");
    const { body, headers } = await receiver.next();
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: "webhook.tested" });
    await owner.getByRole("row", { name: /^webhook\.tested Delivered/ }).waitFor();
    await reads(owner, /^What happens is told to /);
  });

  it("shows what was sent, sends it again under the same id, and changes what it is told", async () => {
    await owner.getByRole("button", { name: /tries and message$/ }).click();
    await press(owner, "Send it again");
    const again = await receiver.next();
    expect(again.headers["webhook-id"]).toBe(receiver.received[0]?.headers["webhook-id"]);
    expect(await axeFaults(owner)).toEqual([]);

    await press(owner, "Change");
    await press(owner, "Everything");
    await answer(owner, "Save");
    await region(owner, "What it is").getByText("gate.opening.ended").waitFor();
    await press(owner, "Turn off");
    await reads(owner, /^Nothing is sent to /);
    await press(owner, "Remove");
    await answer(owner, "Remove it");
    await reads(owner, "Nothing outside is connected yet.");
  });

  it("connects a GitHub App with its rules and hears from GitHub whether the key fits", async () => {
    await press(owner, "Connect a GitHub App");
    const field = (name: string) => dialog(owner).getByRole("textbox", { name, exact: true });
    await field("Name").fill("meridian-gates");
    await field("Number of the app").fill("314");
    await field("Address of the API").fill(github.url);
    await field("Or paste the private key").fill("no key");
    await press(owner, "Add a rule for pull requests");
    await field("Repositories").fill("meridian/*");
    await dialog(owner).getByRole("combobox", { name: "Gate" }).selectOption("repo/merge-ai");
    await answer(owner, "Connect it");
    await dialog(owner).getByRole("alert").waitFor();
    await field("Or paste the private key").fill(github.privateKey);
    await answer(owner, "Connect it");
    await dialog(owner).getByText("Enter both at GitHub now.").waitFor();
    expect(await copyable(owner, "Webhook URL")).toContain("/hooks/github/");
    expect((await copyable(owner, "Webhook secret")).length).toBeGreaterThan(40);
    await answer(owner, "I have copied both");

    await owner.getByRole("link", { name: "meridian-gates" }).click();
    await reads(owner, "meridian-gates asks gates about pull requests.");
    await press(owner, "Test the connection");
    await owner.getByText(/^GitHub knows it as /).waitFor();
    expect(await axeFaults(owner)).toEqual([]);
    await press(owner, "Disconnect");
    await answer(owner, "Disconnect it");
    await reads(owner, "Nothing outside is connected yet.");
  });

  it("believes pipelines of named repositories only, and makes new keys", async () => {
    await press(owner, "Believe pipelines");
    const field = (name: string) => dialog(owner).getByRole("textbox", { name, exact: true });
    await field("Repository").fill("meridian/refund-agent");
    await field("Gates").fill("deploy/production, models/*");
    await answer(owner, "Believe them");
    await reads(owner, "Connected: 1 pipeline issuer.");
    await owner.getByText("deploy/production, models/*").waitFor();
    await press(owner, "Remove https://token.actions.githubusercontent.com");
    await answer(owner, "Remove it");
    await reads(owner, "Nothing outside is connected yet.");

    await press(owner, "New keys");
    await owner.getByRole("textbox", { name: "Reason" }).fill("A yearly change.");
    await answer(owner, "Make new keys");
    await region(owner, "Signing keys").getByText("Verifies only").first().waitFor();
    expect(await owner.getByText("CHECKRIDE_URL").count()).toBe(1);
  });

  it("links accounts by a file that it first reads aloud, and unlinks one", async () => {
    await owner.goto(`${product.url}/integrations/accounts/import`);
    const rows = owner.getByRole("textbox", { name: "Or paste rows" });
    const file =
      "forge,account,person,login\ngithub.com,583231,robin.ashdown@meridian.example,robin";
    await rows.fill(`${file}\ngithub.com,robin,nobody@meridian.example,x`);
    await press(owner, "Look at what it would do");
    await owner.getByRole("row", { name: /^3 .*is no account's number/ }).waitFor();
    expect(await owner.getByRole("button", { name: "Link 1 account" }).isDisabled()).toBe(true);
    await rows.fill(file);
    expect(await owner.getByRole("table", { name: "Accounts in the file" }).count()).toBe(0);
    await press(owner, "Look at what it would do");
    await press(owner, "Link 1 account");
    await owner.getByText("1 account is linked.").waitFor();

    await owner.goto(`${product.url}/account?outcome=taken`);
    const mine = region(owner, "Linked accounts");
    await mine.getByText(/^That account is linked to somebody else already/).waitFor();
    await press(owner, "Unlink robin at github.com");
    await answer(owner, "Unlink it");
    await mine.getByText("No account is linked.").waitFor();
    expect(faults).toEqual([]);
  });
});
