import type { Component, Flow, System } from "@checkride/rules/labs/asked";
import type { ThreatModel } from "@checkride/rules/labs/threat-model";
import type { Locator } from "playwright-core";

const select = (box: Locator, label: string, choice: { label?: string; value?: string }) =>
  box.getByRole("combobox", { name: label, exact: true }).selectOption(choice);

const type = (box: Locator, label: string, text: string): Promise<void> =>
  box.getByLabel(label, { exact: true }).fill(text);

const removeAll = async (buttons: Locator): Promise<void> => {
  while ((await buttons.count()) > 0) await buttons.first().click();
};

const titleOf = ({ components }: System, id: string): string =>
  components.find((one) => one.id === id)?.title ?? "";

/** What a place is called in a list: ids of a learner's own system are the page's, not the author's. */
const placeOf = (system: System, id: string): string => {
  const flow = system.flows.find((one) => one.id === id);
  return flow === undefined
    ? titleOf(system, id)
    : `${flow.carries}: ${titleOf(system, flow.from)} to ${titleOf(system, flow.to)}`;
};

const addComponent = async (box: Locator, { title, shape, says }: Component): Promise<void> => {
  await box.getByRole("button", { name: "Add a component" }).click();
  const row = box.locator(".own-list").first().locator(".own-row").last();
  await type(row, "Component", title);
  await select(row, "What it is", { value: shape });
  await type(row, "What it does, and what it may", says);
};

const addFlow = async (box: Locator, system: System, flow: Flow): Promise<void> => {
  await box.getByRole("button", { name: "Add a flow" }).click();
  const row = box.locator(".own-list").nth(1).locator(".own-row").last();
  await select(row, "From", { label: titleOf(system, flow.from) });
  await select(row, "To", { label: titleOf(system, flow.to) });
  await type(row, "What flows", flow.carries);
};

const drawOwn = async (box: Locator, system: System): Promise<void> => {
  await removeAll(box.locator(".own-row").getByRole("button", { name: /^Remove/ }));
  for (const component of system.components) await addComponent(box, component);
  for (const flow of system.flows) await addFlow(box, system, flow);
};

const mitigate = async (
  card: Locator,
  system: System,
  mitigation: ThreatModel["mitigations"][number],
): Promise<void> => {
  await card.getByRole("button", { name: /add what is done about it$/ }).click();
  const box = card.locator(".mitigation").last();
  await select(box, "What is done about it", { value: mitigation.kind });
  await select(box, "in which component", { label: titleOf(system, mitigation.component) });
  await type(box, "In words that can be tested", mitigation.what);
  if (mitigation.owner !== "") await type(box, "Owner, a role or a team", mitigation.owner);
  if (mitigation.due !== "") await type(box, "Until", mitigation.due);
};

/** Draws the same model by the fields of the page; what stood there before goes. */
export const fillThreatModel = async (
  box: Locator,
  given: System,
  model: ThreatModel,
): Promise<void> => {
  await removeAll(box.getByRole("button", { name: /^Threat \d+: remove$/ }));
  const system = model.system ?? given;
  if (model.system !== null) await drawOwn(box, model.system);
  for (const { component, zone } of model.zones) {
    await select(box, `Zone of ${titleOf(system, component)}`, { value: zone });
  }
  for (const threat of model.threats) {
    await box.getByRole("button", { name: "Add a threat", exact: true }).click();
    const card = box.locator(".threat-card").last();
    await select(card, "Somebody", { value: threat.action });
    await select(card, "at", { label: placeOf(system, threat.at) });
    await select(card, "so that", { value: threat.effect });
    if (threat.how !== "") await type(card, "How, in one sentence", threat.how);
    for (const mitigation of model.mitigations.filter((one) => one.threat === threat.id)) {
      await mitigate(card, system, mitigation);
    }
  }
};
