import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openContext, signInByLink } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import { contentOf, copyable, press, reads, watchFaults } from "./steps.ts";

const checkride = join(import.meta.dirname, "..", "..", "packages", "cli", "bin", "checkride.js");

/** Runs the command line as somebody does who has the file and the key, and nothing else. */
const verifyOffline = async (file: string, key: string) => {
  const args = [checkride, "ledger", "verify", file, "--key", key];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return { code: 0, says: stdout };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "stdout" in error)) throw error;
    return { code: error.code, says: String(error.stdout) };
  }
};

type Row = { readonly seq: number; readonly kind: string; readonly body: { score?: number } };

/** The first pass in an export gets a full score: what somebody would do who wants a gate open. */
const raiseScore = (ledger: string) => {
  const lines = ledger.split("\n");
  const at = lines.findIndex((line) => /"kind":"activity\.passed"/.test(line));
  const row: Row = JSON.parse(lines[at] ?? "");
  const raised = (lines[at] ?? "").replace(/"score":[\d.]+/, '"score":1');
  return { seq: row.seq, text: lines.with(at, raised).join("\n") };
};

describe("evidence", () => {
  let product: Product;
  let browser: Browser;
  let auditor: Page;
  let faults: readonly string[];
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "checkride export "));
    product = await startProduct(["--demo"]);
    browser = await launchBrowser();
    auditor = await (await openContext(browser)).newPage();
    faults = watchFaults(auditor);
    await signInByLink(auditor, product.link);
    await auditor.goto(`${product.url}/evidence`);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const facts = () => auditor.getByRole("table", { name: "Evidence, newest first" });
  const verdict = () => auditor.getByRole("region", { name: "Proof" }).getByRole("status");

  it("is filtered by kind and opened row by row", async () => {
    await reads(auditor, /^[\d,]+ facts, sealed through /);
    await auditor.getByRole("combobox", { name: "Kind" }).selectOption("activity.passed");
    await auditor.waitForURL(/kind=activity\.passed/);
    await facts()
      .getByRole("link", { name: "session.opened" })
      .first()
      .waitFor({ state: "detached" });
    const shown = await facts().locator("tbody").getByRole("rowheader").allTextContents();
    expect(new Set(shown)).toEqual(new Set(["activity.passed"]));
    await facts().getByRole("link", { name: "activity.passed" }).first().click();
    await reads(auditor, /^activity\.passed about .+, recorded on \d+ \w+ \d{4}\.$/);
  });

  it("is verified in the browser, from the record to the signature", async () => {
    await press(auditor, "Verify in this browser");
    await verdict().getByText("Verified in this browser, from the record to the").waitFor();
    expect(await verdict().getByRole("listitem").filter({ hasText: "● Holds" }).count()).toBe(5);
  });

  it.each([
    ["the record", /"activity":"[^"]+"/, '"activity":"lab/L99"'],
    ["the path to the root", /"inclusion":\["\w{4}/, '"inclusion":["0000'],
    ["the signature", /(— \S+ [\w+/]{12})[\w+/]{4}/, "$1AAAA"],
  ])("is refused where the answer was tampered with on its way: %s", async (where, from, to) => {
    const path = "**/api/evidence/*/proof";
    await auditor.route(path, async (route) => {
      const answer = await route.fetch();
      const body = await answer.text();
      const changed = body.replace(from, to);
      expect(changed).not.toBe(body);
      await route.fulfill({ response: answer, body: changed });
    });
    await auditor.reload();
    await press(auditor, "Verify in this browser");
    await verdict().getByText("This proof does not hold: look at ").getByText(where).waitFor();
    const failed = verdict().getByRole("listitem").filter({ hasText: "Does not hold" });
    expect(await failed.first().textContent()).toContain(where);
    await auditor.unroute(path);
  });

  it("leaves the house as a file that verifies offline, and only unchanged", async () => {
    await auditor.goto(`${product.url}/evidence`);
    const command = await copyable(auditor, "Command that verifies it offline");
    const key = /--key '([^']+)'$/.exec(command)?.[1] ?? "";
    const coming = auditor.waitForEvent("download");
    await auditor.getByRole("link", { name: "Download all facts as NDJSON" }).click();
    const ledger = (await contentOf(await coming)).toString();
    await writeFile(join(folder, "export.ndjson"), ledger);
    const whole = await verifyOffline(join(folder, "export.ndjson"), key);
    expect(whole.code, whole.says).toBe(0);
    expect(whole.says).toMatch(/^verified .*all [\d,]+ rows/);

    const tampered = raiseScore(ledger);
    await writeFile(join(folder, "tampered.ndjson"), tampered.text);
    const refused = await verifyOffline(join(folder, "tampered.ndjson"), key);
    expect(refused.code).toBe(1);
    expect(refused.says).toContain(`row ${tampered.seq} `);
    expect(refused.says).toMatch(/^refused .*: 1 fault$/m);
    expect(faults).toEqual([]);
  });

  it("leaves the house in part as well: what the filters show", async () => {
    await auditor.goto(`${product.url}/evidence?kind=policy.applied`);
    const key = await copyable(auditor, "Public key");
    const coming = auditor.waitForEvent("download");
    await auditor.getByRole("link", { name: "Download these facts as NDJSON" }).click();
    const part = (await contentOf(await coming)).toString();
    expect(part.trim().split("\n")).toHaveLength(3);
    await writeFile(join(folder, "part.ndjson"), part);
    const verified = await verifyOffline(join(folder, "part.ndjson"), key);
    expect(verified.code, verified.says).toBe(0);
  });
});
