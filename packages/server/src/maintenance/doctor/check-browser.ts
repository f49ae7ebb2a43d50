import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { about, type Check } from "./check.ts";

const check = about("browser for tests");

const places = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export const checkBrowser = async (): Promise<Check> => {
  for (const place of places) {
    const there = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (there) return check.note(`${place} can run the browser tests.`);
  }
  return check.note("No Chromium or Chrome was found; only the browser tests need one.");
};
