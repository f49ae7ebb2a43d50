import type { Choice, PartShape, System } from "@checkride/rules/labs/asked";

export const shapeChoices: readonly { readonly value: PartShape; readonly label: string }[] = [
  { value: "person", label: "Person" },
  { value: "outside", label: "System of somebody else" },
  { value: "service", label: "Service of ours" },
  { value: "model", label: "Model" },
  { value: "store", label: "Store of data" },
  { value: "tool", label: "Tool that a model can call" },
];

export type Option = { readonly value: string; readonly label: string };

export const optionsOf = (choices: readonly Choice[]): readonly Option[] => [
  { value: "", label: "Choose" },
  ...choices.map(({ id, text }) => ({ value: id, label: text })),
];

export const componentOptions = ({ components }: System): readonly Option[] => [
  { value: "", label: "Choose" },
  ...components.map(({ id, title }) => ({ value: id, label: title })),
];

/** "question: Customer to Chat" for a flow, the title of a component. */
export const placeName = ({ components, flows }: System, id: string): string => {
  const titleOf = (component: string): string =>
    components.find((one) => one.id === component)?.title ?? component;
  const flow = flows.find((one) => one.id === id);
  return flow === undefined
    ? titleOf(id)
    : `${flow.carries}: ${titleOf(flow.from)} to ${titleOf(flow.to)}`;
};

export const placeOptions = (system: System): readonly Option[] => [
  { value: "", label: "Choose" },
  ...[...system.components, ...system.flows].map(({ id }) => ({
    value: id,
    label: placeName(system, id),
  })),
];
