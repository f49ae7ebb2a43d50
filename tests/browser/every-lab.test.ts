import { basename } from "node:path";
import type { Lab } from "@checkride/curriculum-reader/lab/lab";
import { writtenLabs } from "@checkride/curriculum-reader/lab/read-lab-folder";
import type { OpenLab } from "@checkride/range/labs/open-lab";
import type { MadeMove } from "@checkride/rules/labs/board";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDebrief } from "./answer-debrief.ts";
import { launchBrowser, openContext, signInByLink } from "./browser.ts";
import { fillAnswers } from "./fill-answers.ts";
import { begin, failing, pasteFile, submit } from "./lab-steps.ts";
import { labsFolder, openShippedLab } from "./open-shipped-lab.ts";
import { type Product, startProduct } from "./product.ts";
import { seedOf } from "./seed-of.ts";
import { askApi, reads, watchFaults } from "./steps.ts";

const folders = await writtenLabs(labsFolder);

type Files = readonly { readonly path: string; readonly text: string }[];

/** Each lab that ships, failed and then passed with nothing but its page. */
describe("every lab through the screen", () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    product = await startProduct([]);
    browser = await launchBrowser();
    context = await openContext(browser);
    const page = await context.newPage();
    await signInByLink(page, product.link);
    await page.close();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const seedNow = async ({ id }: Lab): Promise<string> => {
    const answered = await askApi(context, product.url, "GET", `/api/labs/${id}`);
    const { workspace }: { workspace: { id: string } } = await answered.json();
    return seedOf(product.dataDir, workspace.id);
  };

  const playMoves = async (
    page: Page,
    open: OpenLab,
    seed: string,
    files: Files,
  ): Promise<void> => {
    const { moves }: { moves: readonly MadeMove[] } = JSON.parse(files[0]?.text ?? "");
    for (const [place, { move, answers }] of moves.entries()) {
      const board = open.play?.boardAfter(seed, moves.slice(0, place));
      const asks = board?.ok ? board.value.moves.find(({ id }) => id === move)?.asks : undefined;
      await page.locator(`[data-move="${move}"]`).click();
      const box = page.locator(".board-preparing");
      await fillAnswers(box, asks ?? [], answers);
      await box.getByRole("button", { name: /^Do it/ }).click();
      await box.waitFor({ state: "detached" });
    }
    await page.getByRole("button", { name: "Submit the run" }).click();
  };

  const handIn = async (
    page: Page,
    open: OpenLab,
    solution: (seed: string) => Files,
  ): Promise<void> => {
    const seed = await seedNow(open.lab);
    const files = solution(seed);
    if (open.play) return playMoves(page, open, seed, files);
    const { asked } = open.begin(seed);
    if (asked.length > 0) await fillAnswers(page, asked, JSON.parse(files[0]?.text ?? "{}"));
    else for (const file of files) await pasteFile(page, file);
    await submit(page, asked.length > 0);
  };

  const sentences = ({ checks }: OpenLab, ids: readonly string[]) =>
    checks.filter(({ id }) => ids.includes(id)).map(({ says }) => says.replaceAll("`", ""));

  const labs = folders.map((folder) => [basename(folder), folder] as const);
  it.concurrent.each(labs)("%s", async (id, folder) => {
    const page = await context.newPage();
    const faults = watchFaults(page);
    const open = await openShippedLab(folder);
    const [weak] = open.lab.weakened;
    if (!weak) throw new Error(`${id} has no weakened solution`);
    await begin(page, product.url, id);
    await handIn(page, open, (seed) => open.proof.weakened(weak.id, seed));
    const failed = await failing(page);
    expect(failed).not.toEqual([]);
    // By luck a draw may spare it one of its sentences; that it fails all of them is proven where the seed is ours.
    const promised = sentences(open, weak.fails);
    expect(failed.filter((says) => !promised.includes(says))).toEqual([]);

    const again = page.getByRole("button", {
      name: /^(Try again with other questions|Lead another one)$/,
    });
    if (open.variants === "once") {
      await again.click();
      await again.waitFor({ state: "detached" });
    }
    await handIn(page, open, (seed) => open.proof.reference(seed));
    if (open.lab.isReviewed) {
      await page.getByText("Now a person looks at it.").waitFor();
    } else {
      await reads(page, /^All checks hold/);
      await answerDebrief(page);
      await reads(page, `You have passed ${open.lab.title}.`);
    }
    expect(faults).toEqual([]);
    await page.close();
  });
});
