import { verifyExport } from "@checkride/ledger/verify-export";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openContext, signInByLink } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import {
  answer,
  askApi,
  contentOf,
  copyable,
  dialog,
  focused,
  press,
  reads,
  tabTo,
  watchFaults,
} from "./steps.ts";

const dayMs = 86_400_000;
const email = "mara.lindqvist@meridian.example";
const importedRows = 2_500;

const faultyFile = [
  "email,name,tier,roles",
  "new.one@meridian.example,New One,1,learner",
  "not-an-address,Second Row,1,learner",
  "third@meridian.example,Third Row,9,learner",
  "fourth@meridian.example,Fourth Row,1,learner",
  "fifth@meridian.example,Fifth Row,1,captain",
].join("\n");

const goodFile = [
  "email,name,team",
  ...Array.from(
    { length: importedRows },
    (_, i) => `import${i}@meridian.example,Import ${i},Depot`,
  ),
].join("\n");

async function* bytesOf(content: Uint8Array) {
  yield content;
}

describe("people", () => {
  let product: Product;
  let browser: Browser;
  let owner: Page;
  let faults: readonly string[];
  let person: { readonly id: string; readonly version: number; readonly email: string };
  let factOfPerson: string;

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

  const list = () => owner.getByRole("table", { name: "People" });
  const rows = () => list().locator("tbody").getByRole("row");
  const found = async (count: RegExp) =>
    owner.getByRole("region", { name: "Everybody" }).getByText(count).waitFor();

  it("are narrowed down by the address and by the keyboard", async () => {
    await owner.goto(`${product.url}/people?team=Payments&state=due`);
    await found(/^\d+ found$/);
    const inTeam = await rows().count();
    expect(inTeam).toBeGreaterThan(0);
    expect(await rows().filter({ hasText: "Payments" }).count()).toBe(inTeam);
    expect(await rows().filter({ hasText: "due" }).count()).toBe(inTeam);

    await owner.getByRole("combobox", { name: "Team" }).focus();
    await owner.keyboard.type("Plat");
    await owner.waitForURL(/team=Platform/);
    await owner.getByRole("combobox", { name: "Standing" }).focus();
    await owner.keyboard.type("Over");
    await owner.waitForURL(/state=overdue/);
    await rows().filter({ hasText: "Platform" }).first().waitFor();
    expect(await rows().filter({ hasNotText: "Platform" }).count()).toBe(0);
    await owner.getByRole("button", { name: "Clear filters" }).focus();
    await owner.keyboard.press("Enter");
    await found(/^399 found$/);
    expect(new URL(owner.url()).search).toBe("");
  });

  it("are gone through and opened by the keyboard alone", async () => {
    await tabTo(list().getByRole("link").first());
    await owner.keyboard.press("ArrowDown");
    await owner.keyboard.press("ArrowDown");
    const name = await list().getByRole("link").nth(2).textContent();
    await owner.keyboard.press("Enter");
    await owner.waitForURL(/\/people\/[0-9a-f-]{36}$/);
    await reads(owner, new RegExp(name ?? "-"));
    await focused(owner.getByRole("heading", { level: 1 }));
  });

  it("stand on a past day as the policy of that day saw it", async () => {
    await owner.getByText(/^policy v2, in force since/).waitFor();
    const day = new Date(Date.now() - 200 * dayMs).toISOString().slice(0, 10);
    await owner.getByLabel("As of").fill(day);
    await owner.getByText("This is how it was at the end of").waitFor();
    await owner.getByText(/^Answered by policy v1, in force since/).waitFor();
    await reads(owner, /^On \d+ \w+ \d{4} /);
    expect(new URL(owner.url()).search).toBe(`?at=${day}`);
  });

  it("are added by hand, with a link that is shown once", async () => {
    await owner.goto(`${product.url}/people`);
    await press(owner, "Add a person");
    await dialog(owner).getByRole("textbox", { name: "Name" }).fill("Mara Lindqvist");
    await dialog(owner).getByRole("textbox", { name: "E-mail address" }).fill(email);
    await dialog(owner).getByRole("textbox", { name: "Job" }).fill("developer");
    await answer(owner, "Add and make a link");
    expect(await copyable(owner, "One-time link")).toContain("/sign-in#link=");
    await answer(owner, "Done");
    await owner.getByRole("searchbox", { name: "Search" }).fill("mara.lind");
    await owner.getByRole("link", { name: "Mara Lindqvist" }).click();
    await reads(owner, /Mara Lindqvist/);
    const shown = await askApi(
      owner.context(),
      product.url,
      "GET",
      `/api${new URL(owner.url()).pathname}`,
    );
    person = await shown.json();
    expect(person.email).toBe(email);
  });

  it("are changed by two at once without a loss", async () => {
    await press(owner, "Change details");
    await dialog(owner).getByRole("textbox", { name: "Job" }).fill("architect");
    const path = `/api/people/${person.id}`;
    const other = { version: person.version, team: "Platform" };
    const changed = await askApi(owner.context(), product.url, "PATCH", path, other);
    expect(changed.status()).toBe(200);
    await answer(owner, "Save");
    await dialog(owner).getByText("Somebody changed this meanwhile").waitFor();
    const differences = dialog(owner).getByRole("table", { name: "Differences" });
    await differences.getByRole("row", { name: "Job architect developer" }).waitFor();
    await differences.getByRole("row", { name: "Team not touched Platform" }).waitFor();
    await answer(owner, "Save my changes too");
    await dialog(owner).waitFor({ state: "hidden" });
    const details = owner.getByRole("region", { name: "Details" });
    await details.getByText("architect").waitFor();
    await details.getByText("Platform").waitFor();
  });

  it("are deactivated with a reason", async () => {
    await press(owner, "Deactivate");
    const deed = dialog(owner).getByRole("button", { name: "Deactivate" });
    expect(await deed.isDisabled()).toBe(true);
    await dialog(owner).getByRole("textbox", { name: "Reason" }).fill("left the company");
    await answer(owner, "Deactivate");
    await reads(owner, "Mara Lindqvist is deactivated, so every gate is closed.");
    await owner.getByRole("button", { name: "Reactivate" }).waitFor();
  });

  it("are erased after their address was typed, and for good", async () => {
    await owner.getByRole("link", { name: "Recent evidence" }).click();
    const facts = owner.getByRole("table", { name: "Evidence, newest first" });
    const fact = facts.getByRole("link", { name: "person.changed" }).first();
    factOfPerson = (await fact.getAttribute("href")) ?? "";
    await owner.goto(`${product.url}/people/${person.id}`);
    await press(owner, "Erase");
    const deed = dialog(owner).getByRole("button", { name: "Erase for good" });
    await dialog(owner).getByRole("textbox", { name: "Reason" }).fill("asked to be forgotten");
    await dialog(owner)
      .getByRole("textbox", { name: /^Type / })
      .fill(`${email}x`);
    expect(await deed.isDisabled()).toBe(true);
    await dialog(owner)
      .getByRole("textbox", { name: /^Type / })
      .fill(email);
    await deed.click();
    await dialog(owner)
      .getByText(/^The person and the content of \d+ facts are gone\./)
      .waitFor();
    await answer(owner, "Done");
    await reads(owner, "This person's data is erased.");
  });

  it("leave a ledger that still verifies, and facts that say they are erased", async () => {
    await owner.goto(`${product.url}${factOfPerson}`);
    await owner.getByText("What was recorded here is erased.").waitFor();
    await press(owner, "Verify in this browser");
    await owner
      .getByRole("status")
      .getByText(/^Verified in this browser/)
      .waitFor();
    await owner.goto(`${product.url}/evidence`);
    const vkey = await copyable(owner, "Public key");
    const coming = owner.waitForEvent("download");
    await owner.getByRole("link", { name: "Download all facts as NDJSON" }).click();
    const content = await contentOf(await coming);
    expect(content.includes(person.id)).toBe(false);
    const report = await verifyExport(bytesOf(content), { vkey });
    expect(report).toMatchObject({ ok: true, complete: true, faultCount: 0 });
    expect(report.erased).toBeGreaterThan(3);
  });

  it("are imported from a file without faults only", async () => {
    await owner.goto(`${product.url}/people/import`);
    const file = { name: "people.csv", mimeType: "text/csv" };
    const choose = owner.getByLabel("Choose a CSV file, or drop it here");
    await choose.setInputFiles({ ...file, buffer: Buffer.from(faultyFile) });
    await reads(owner, "3 faults in 5 rows. Nothing is written until there is none.");
    const said = owner.getByRole("table", { name: "Faults in the file" });
    await said.getByRole("row", { name: /^3 email not-an-address / }).waitFor();
    await said.getByRole("row", { name: /^4 tier 9 / }).waitFor();
    await said.getByRole("row", { name: /^6 roles captain / }).waitFor();
    expect(await owner.getByRole("button", { name: "Write these changes" }).count()).toBe(0);

    await press(owner, "Take another file");
    await choose.setInputFiles({ ...file, buffer: Buffer.from(goodFile) });
    await reads(owner, "This file would add 2,500 people.");
    await press(owner, "Write these changes");
    await owner.getByRole("progressbar", { name: "Rows written" }).waitFor();
    await reads(owner, "Done: added 2,500 people.");
  });

  it("get the links of an import once", async () => {
    const coming = owner.waitForEvent("download");
    await press(owner, "Download one-time links");
    const links = (await contentOf(await coming)).toString().trim().split("\r\n");
    expect(links).toHaveLength(importedRows + 1);
    expect(links[1]).toMatch(/^import0@meridian\.example,.*#link=/);
    await owner.reload();
    await owner.getByText("Everybody who was added has been given a link.").waitFor();
    expect(await owner.getByRole("button", { name: "Download one-time links" }).count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
