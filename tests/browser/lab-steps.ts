import type { Page } from "playwright-core";
import { answer } from "./steps.ts";

type File = { readonly path: string; readonly text: string };

/** The editor that is open; it lives in a shadow root, which the locator looks into. */
export const editor = (page: Page) => page.locator(".bench-editor:not([hidden]) .cm-content");

const namePattern = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}( \\(|$)`);

export const openFile = (page: Page, path: string): Promise<void> =>
  page
    .getByRole("navigation", { name: "Files" })
    .getByRole("button", { name: namePattern(path) })
    .click();

/** Takes the place of all that stands in a file, as somebody who pastes from elsewhere does it. */
export const pasteFile = async (page: Page, { path, text }: File): Promise<void> => {
  await openFile(page, path);
  await editor(page).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await editor(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
};

export const begin = async (page: Page, url: string, lab: string): Promise<void> => {
  await page.goto(`${url}/labs/${lab}`);
  await page.getByRole("button", { name: /^Begin/ }).click();
  await page.locator(".bench").waitFor();
};

/** Hands in what stands there; where there is one attempt only, it is asked before. */
export const submit = async (page: Page, isAsked = false): Promise<void> => {
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  if (isAsked) await answer(page, "Submit");
};

/** The sentences of the checks that do not hold, as the page says them. */
export const failing = async (page: Page): Promise<readonly string[]> => {
  const rows = page.locator('.checks li[data-holds="false"] p:first-child');
  await page.locator(".checks").first().waitFor();
  return (await rows.allTextContents()).map((text) => text.replace("Does not hold: ", ""));
};
