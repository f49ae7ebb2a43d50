import { Buffer } from "node:buffer";
import type { APIResponse, BrowserContext, Download, Locator, Page } from "playwright-core";

/** Every page opens with the sentence that answers its question: it says where somebody is. */
export const reads = (page: Page, sentence: string | RegExp): Promise<void> =>
  page.getByRole("heading", { level: 1, name: sentence }).waitFor();

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

/** The one dialog that is open, whether it tells or asks. */
export const dialog = (page: Page): Locator =>
  page.getByRole("dialog").or(page.getByRole("alertdialog"));

export const answer = (page: Page, name: string | RegExp): Promise<void> =>
  dialog(page).getByRole("button", { name, exact: true }).click();

export const fill = (page: Page, label: string, value: string): Promise<void> =>
  page.getByRole("textbox", { name: label, exact: true }).fill(value);

const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

/** Waits until the focus is there: where a key press would go. */
export const focused = async (locator: Locator): Promise<void> => {
  await locator.and(locator.page().locator(":focus")).waitFor();
};

const tabsMax = 150;

/** Presses Tab until the focus is there, as somebody without a mouse does. */
export const tabTo = async (locator: Locator): Promise<void> => {
  await locator.waitFor();
  for (let pressed = 0; pressed < tabsMax; pressed++) {
    if (await hasFocus(locator)) return;
    await locator.page().keyboard.press("Tab");
  }
  throw new Error(`${locator} cannot be reached by ${tabsMax} Tabs`);
};

/** What a field that is to be copied holds, such as a one-time link. */
export const copyable = (page: Page, label: string): Promise<string> =>
  page.getByRole("textbox", { name: label, exact: true }).inputValue();

/** What a download holds, byte by byte. */
export const contentOf = async (download: Download): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of await download.createReadStream()) parts.push(part);
  return Buffer.concat(parts);
};

/** Asks the API as another window of the same person would, from the installation's own origin. */
export const askApi = (
  context: BrowserContext,
  origin: string,
  method: "GET" | "POST" | "PATCH",
  path: string,
  data?: unknown,
): Promise<APIResponse> =>
  context.request.fetch(`${origin}${path}`, {
    method,
    headers: { origin },
    ...(data === undefined ? {} : { data }),
  });

/** What the page itself reports, such as a broken script or a style that the security policy forbids. */
export const watchFaults = (page: Page): readonly string[] => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    // A refusal that the test asked for shows as a failed resource: the page has to say it, not the console.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      faults.push(message.text());
  });
  return faults;
};

/** Lets requests wait on their way, as a slow line does, until they are released. */
export const holdAnswers = async (page: Page, url: RegExp) => {
  const asked = page.waitForRequest(url);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(url, async (route) => {
    await released;
    await route.continue();
  });
  return { asked, release };
};
