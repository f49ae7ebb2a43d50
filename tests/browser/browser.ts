import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

export const launchBrowser = (): Promise<Browser> => {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (!executablePath)
    throw new Error("CHROMIUM_PATH names no browser; run these tests with npm test.");
  return chromium.launch({
    executablePath,
    args: [
      // The tests run as root in many pipelines, where Chromium refuses its own sandbox.
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // One renderer for all pages of an installation: it starts once and compiles the scripts once.
      "--process-per-site",
    ],
  });
};

export const looks = [
  { name: "light-wide", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "dark-wide", colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  { name: "light-phone", colorScheme: "light", viewport: { width: 390, height: 844 } },
  { name: "dark-phone", colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

export type Look = {
  readonly colorScheme: "light" | "dark";
  readonly viewport: { readonly width: number; readonly height: number };
};

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

const opened = new Set<BrowserContext>();

export const openPages = (): Page[] => [...opened].flatMap((context) => context.pages());

/** A fresh browser profile, or one with the cookies of another. */
export const openContext = (
  browser: Browser,
  look: Look = looks[0],
  storageState?: State,
): Promise<BrowserContext> =>
  browser
    .newContext({
      ...(storageState ? { storageState } : {}),
      colorScheme: look.colorScheme,
      viewport: look.viewport,
      reducedMotion: "reduce",
    })
    .then((context) => {
      // Other suites keep the same cores busy: what is slow is not broken.
      context.setDefaultTimeout(90_000);
      opened.add(context);
      context.on("close", () => opened.delete(context));
      return context;
    });

/** Signs in with the one-time link as a person does: open it, press the button. */
export const signInByLink = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await page
    .getByRole("button", { name: /sign in/i })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
};

const everyRule = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds against WCAG 2.2 AA, one line each. */
export const axeFaults = (page: Page): Promise<string[]> =>
  faultsOf(new AxeBuilder({ page }).withTags(everyRule));

/** What can differ between two looks of one page: another theme has other colours, another width other sizes. */
export const axeFaultsOfLook = (page: Page): Promise<string[]> =>
  faultsOf(
    new AxeBuilder({ page }).withRules(["color-contrast", "target-size", "link-in-text-block"]),
  );

const faultsOf = async (axe: AxeBuilder): Promise<string[]> => {
  // Our pages have no frames, so the second, empty page that would join their results is not needed.
  const { violations } = await axe.setLegacyMode(true).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")}: ${violation.help}`),
  );
};

/** Whether the page is wider than the window: then a phone would scroll sideways. */
export const overflowsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
