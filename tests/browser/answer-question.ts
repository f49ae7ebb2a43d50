import type { Locator, Page } from "playwright-core";

const eachFirst = async (groups: Locator): Promise<void> => {
  for (const group of await groups.all()) await group.getByRole("radio").first().press("Space");
};

/** Answers the one question of the page, whatever its kind, with whatever stands first. */
export const answerQuestion = async (page: Page): Promise<void> => {
  const box = page.locator("section.exercise");
  const kind = await box.getAttribute("data-kind");
  switch (kind) {
    case "choose":
      for (const options of await box.locator("fieldset.options").all()) {
        await options.locator("input").first().press("Space");
      }
      return;
    case "match":
    case "sort":
      await eachFirst(box.getByRole("group"));
      return;
    case "spot":
      await box.locator("button[aria-pressed]").first().press("Space");
      return;
    case "order":
      return;
    default:
      throw new Error(`a question of the kind ${kind} cannot be answered here`);
  }
};
