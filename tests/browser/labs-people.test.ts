import { join } from "node:path";
import type { LabWorkspace } from "@checkride/api/labs";
import type { OpenLab } from "@checkride/range/labs/open-lab";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDebrief } from "./answer-debrief.ts";
import { axeFaults, launchBrowser, openContext, signInByLink } from "./browser.ts";
import { begin, editor, openFile, pasteFile, submit } from "./lab-steps.ts";
import { labsFolder, openShippedLab } from "./open-shipped-lab.ts";
import { type Product, startProduct } from "./product.ts";
import { seedOf } from "./seed-of.ts";
import { askApi, copyable, fill, focused, press, reads, tabTo, watchFaults } from "./steps.ts";

type Somebody = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: readonly string[];
};

type Files = readonly { readonly path: string; readonly text: string }[];

/** Neither in the start nor in the model solution: whoever else has it has it from somebody. */
const copied = `
export const tally = (lines: readonly string[]) => {
  const counted = new Map<string, number>();
  for (const line of lines.filter((one) => one.trim().length > 3)) {
    const key = line.trim().toLowerCase().split(/\\s+/).toSorted().join(" ");
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  return [...counted].toSorted(([, a], [, b]) => b - a).slice(0, 5);
};
`;

/** Labs where one person is not enough. */
describe("labs with other people", () => {
  let product: Product;
  let browser: Browser;
  let owner: Somebody;

  const newProfile = async (): Promise<Somebody> => {
    const context = await openContext(browser);
    const page = await context.newPage();
    return { page, context, faults: watchFaults(page) };
  };
  const ask = async <T>(
    { context }: Somebody,
    method: "GET" | "POST",
    path: string,
    data?: unknown,
  ): Promise<T> => {
    const answered = await askApi(context, product.url, method, path, data);
    if (!answered.ok()) throw new Error(`${path}: ${answered.status()} ${await answered.text()}`);
    const value: T = await answered.json();
    return value;
  };
  const invite = async (name: string): Promise<Somebody> => {
    const person = { name, email: `${name.toLowerCase()}@meridian.example`, roles: ["learner"] };
    const { invitation } = await ask<{ invitation: { url: string } }>(
      owner,
      "POST",
      "/api/people",
      person,
    );
    const invited = await newProfile();
    await invited.page.goto(invitation.url);
    await press(invited.page, "Sign in with this link");
    await reads(invited.page, "Choose how you sign in from now on.");
    await invited.page
      .getByLabel("Password", { exact: true })
      .fill("nine green teapots sink slowly");
    await press(invited.page, "Set password");
    await invited.page.getByRole("navigation", { name: "Main" }).waitFor();
    return invited;
  };
  const workspaceOf = async (who: Somebody, lab: string): Promise<LabWorkspace> =>
    (await ask<{ workspace: LabWorkspace }>(who, "GET", `/api/labs/${lab}`)).workspace;
  const solutionOf = async (who: Somebody, open: OpenLab): Promise<Files> => {
    const { id } = await workspaceOf(who, open.lab.id);
    return open.proof.reference(await seedOf(product.dataDir, id));
  };
  const openLab = (id: string): Promise<OpenLab> => openShippedLab(join(labsFolder, id));
  /** Begun and handed in without its page, which other tests walk through; with something of one's own at the end. */
  const handIn = async (who: Somebody, open: OpenLab, own = ""): Promise<void> => {
    const begun = await ask<LabWorkspace>(who, "POST", `/api/labs/${open.lab.id}/workspaces`, {});
    const files = (await solutionOf(who, open)).map((file, place) =>
      place === 0 ? { ...file, text: `${file.text}${own}` } : file,
    );
    const path = `/api/lab-workspaces/${begun.id}/attempts`;
    const { id } = await ask<{ id: string }>(who, "POST", path, { files });
    const passed = async () =>
      (await ask<{ verdict: { passed: boolean } | null }>(who, "GET", `${path}/${id}`)).verdict
        ?.passed;
    await expect.poll(passed, { timeout: 60_000 }).toBe(true);
  };
  /** The code of whoever began, told to the other one. */
  const pairUp = async (one: Somebody, other: Somebody, lab: string): Promise<void> => {
    await begin(one.page, product.url, lab);
    await press(one.page, "Make a code for a partner");
    await one.page.getByRole("textbox", { name: "Code for a partner" }).waitFor();
    const code = await copyable(one.page, "Code for a partner");
    await other.page.goto(`${product.url}/labs/${lab}`);
    await fill(other.page, "Code from your partner", code.toLowerCase());
    await press(other.page, "Join");
    await other.page.locator(".bench").waitFor();
  };

  beforeAll(async () => {
    product = await startProduct([]);
    browser = await launchBrowser();
    owner = await newProfile();
    await signInByLink(owner.page, product.link);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it("let a pair share one draft, and both pass once each handed in a change", async () => {
    const [ada, bob] = [await invite("Ada"), await invite("Bob")];
    await pairUp(ada, bob, "L07");
    await ada.page.getByText("Bob has still to hand in a change").waitFor();
    await openFile(ada.page, "summarise.ts");
    await openFile(bob.page, "summarise.ts");
    await editor(ada.page).focus();
    await ada.page.keyboard.press("ControlOrMeta+Home");
    await ada.page.keyboard.type("// from Ada ");
    await editor(bob.page).getByText("// from Ada").waitFor();

    const files = await solutionOf(ada, await openLab("L07"));
    for (const file of files) await pasteFile(ada.page, file);
    await submit(ada.page);
    await reads(ada.page, /^All checks hold\. Answer one question/);
    await answerDebrief(ada.page);
    await reads(ada.page, "You have passed Summarise without obeying.");

    await bob.page.getByText("Now hand in a change of your own.").waitFor();
    const [first, ...rest] = files.toReversed();
    if (!first) throw new Error("L07 has no solution");
    for (const file of rest) await pasteFile(bob.page, file);
    await pasteFile(bob.page, { ...first, text: `${first.text}\nexport const mine = 1;\n` });
    await submit(bob.page);
    await reads(bob.page, /^All checks hold\. Answer one question/);
    await answerDebrief(bob.page);
    await reads(bob.page, "You have passed Summarise without obeying.");
    expect([...ada.faults, ...bob.faults]).toEqual([]);
  });

  it("show two who copied from one another side by side, to an owner", async () => {
    const [carol, dan] = [await invite("Carol"), await invite("Dan")];
    const open = await openLab("L07");
    await handIn(carol, open, copied);
    await handIn(dan, open, copied.replaceAll("counted", "found"));
    const { page } = owner;
    await page.goto(`${product.url}/labs/likenesses`);
    await page
      .getByRole("row", { name: /Carol.*Dan/ })
      .getByRole("link", { name: "Summarise without obeying" })
      .click();
    await reads(page, /Carol and Dan/);
    await page.getByRole("region", { name: "summarise.ts, what Carol changed" }).waitFor();
    await page.getByRole("region", { name: "summarise.ts, what Dan changed" }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it("let a reviewer return L43 with points and words, and accept what comes next", async () => {
    const erin = await invite("Erin");
    const open = await openLab("L43");
    await handIn(erin, open);
    const { page } = owner;
    const decide = async (points: string, decision: string) => {
      await page.goto(`${product.url}/reviews/labs`);
      await page.getByRole("link", { name: open.lab.title }).click();
      for (const { says } of open.lab.rubric?.questions ?? []) {
        await page
          .getByRole("group", { name: says })
          .getByLabel(points, { exact: true })
          .check({ force: true });
      }
      expect(await axeFaults(page)).toEqual([]);
      await fill(page, "What the author should know", "Name who is called at night, and by whom.");
      await press(page, decision);
    };
    await decide("1 point", "Return it");
    await reads(page, "The lab is returned.");
    await erin.page.goto(`${product.url}/labs/L43`);
    await erin.page.getByText("A person returned it.").waitFor();
    await erin.page.getByText("3 of 9 points; 6 are enough.").waitFor();
    await handIn(erin, open);
    await erin.page.reload();
    await erin.page.getByText("Now a person looks at it.").waitFor();
    await decide("2 points", "Accept");
    await reads(page, "The lab is accepted.");
    await erin.page.goto(`${product.url}/labs/L43/debrief`);
    await answerDebrief(erin.page);
    await reads(erin.page, `You have passed ${open.lab.title}.`);
  });

  it("let a reviewer of L48 tag the lesson that should change", async () => {
    const open = await openLab("L48");
    await handIn(await invite("Finn"), open);
    const { page } = owner;
    await page.goto(`${product.url}/reviews/labs`);
    await page.getByRole("link", { name: open.lab.title }).click();
    await fill(
      page,
      "What it should say, or say otherwise",
      "Nobody names the vendor of the model.",
    );
    await press(page, "Tag this module");
    await page.getByText(/^It lies with “.*” now\.$/).waitFor();
    await fill(page, "What the author should know", "Whole, and each owner is a person.");
    await press(page, "Accept");
    await reads(page, "The lab is accepted.");
    await page.goto(`${product.url}/feedback`);
    await page.getByText("Nobody names the vendor of the model.").waitFor();
  });

  it("let two lead one incident, and a reload takes nothing that was prepared", async () => {
    const [gina, hugo] = [await invite("Gina"), await invite("Hugo")];
    await pairUp(gina, hugo, "L44");
    const open = await openLab("L44");
    const [file] = await solutionOf(gina, open);
    const { moves }: { moves: { move: string; answers: object }[] } = JSON.parse(file?.text ?? "");
    const prepare = (who: Somebody, move: string) =>
      who.page.locator(`[data-move="${move}"]`).click();

    await prepare(hugo, "tell-officer");
    const choice = hugo.page.locator(".board-preparing .option input").first();
    await choice.check();
    await hugo.page.reload();
    await hugo.page.locator(".board-preparing").waitFor();
    expect(await choice.isChecked()).toBe(true);
    await choice.focus();

    await prepare(gina, "limit");
    await press(gina.page, /^Do it/);
    await focused(gina.page.getByRole("region", { name: "Since the last move" }));
    await hugo.page
      .getByRole("region", { name: "Since the last move" })
      .waitFor({ timeout: 30_000 });
    await hugo.page.locator(".board-newest").getByText("Gina", { exact: true }).waitFor();
    await focused(choice);

    const { id } = await workspaceOf(gina, "L44");
    for (const [place, made] of moves.entries()) {
      const by = place % 2 === 0 ? gina : hugo;
      if (place > 0)
        await ask(by, "POST", `/api/lab-workspaces/${id}/moves`, { after: place, ...made });
    }
    await press(hugo.page, "Submit the run");
    await reads(hugo.page, /^All checks hold\. Answer one question/);
    for (const { page } of [hugo, gina]) {
      await page.goto(`${product.url}/labs/L44/debrief`);
      await answerDebrief(page);
      await reads(page, `You have passed ${open.lab.title}.`);
    }
    expect([...gina.faults, ...hugo.faults]).toEqual([]);
  });

  it("have panes that are moved by keys, folded away, and found again after a reload", async () => {
    const { page } = owner;
    await begin(page, product.url, "L08");
    const separator = page.getByRole("separator", { name: "Width of the task" });
    const width = async () => (await page.locator('[data-pane="task"]').boundingBox())?.width ?? 0;
    const before = await width();
    await tabTo(separator);
    await page.keyboard.press("ArrowRight");
    await expect.poll(width).toBeGreaterThan(before);
    await page.keyboard.press("Enter");
    await page.locator('[data-pane="task"]').waitFor({ state: "hidden" });
    await page.reload();
    await page.locator('[data-pane="work"]').waitFor();
    expect(await page.locator('[data-pane="task"]').isVisible()).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
    await separator.dblclick();
    await page.locator('[data-pane="task"]').waitFor();
    expect(owner.faults).toEqual([]);
  });
});
