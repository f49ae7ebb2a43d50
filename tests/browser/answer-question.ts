import type { Locator, Page } from "playwright-core";

/** Only what is not chosen yet: a second press on a checkbox or a line would take the answer back. */
const chooseFirst = async (choices: Locator): Promise<void> => {
  const choice = choices.first();
  const isChosen =
    (await choice.getAttribute("aria-pressed")) === "true" ||
    (await choice.and(choice.page().locator(":checked")).count()) > 0;
  if (!isChosen) await choice.press("Space");
};

const eachFirst = async (groups: Locator): Promise<void> => {
  for (const group of await groups.all()) await chooseFirst(group.getByRole("radio"));
};

/** Answers the one question of the page, whatever its kind, with whatever stands first; twice is as good as once. */
export const answerQuestion = async (page: Page): Promise<void> => {
  const box = page.locator("section.exercise");
  const kind = await box.getAttribute("data-kind");
  switch (kind) {
    case "choose":
      for (const options of await box.locator("fieldset.options").all()) {
        await chooseFirst(options.locator("input"));
      }
      return;
    case "match":
    case "sort":
      // Not every group of radios is the question's: how sure somebody is stands in the same box.
      await eachFirst(box.locator("fieldset.chips"));
      return;
    case "spot":
      await chooseFirst(box.locator("button[aria-pressed]"));
      return;
    case "order":
      return;
    default:
      throw new Error(`a question of the kind ${kind} cannot be answered here`);
  }
};
