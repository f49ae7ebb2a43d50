import type { Order, RunCommand } from "../command.ts";
import { isGiven, textOf } from "../option-values.ts";

const text = (order: Order, name: string): readonly string[] => {
  const value = textOf(order.values, name);
  return value === null ? [] : [`--${name}=${value}`];
};

const flag = (order: Order, name: string): readonly string[] =>
  isGiven(order.values, name) ? [`--${name}`] : [];

/** These need the database itself, which only the server program may touch: it runs in our place. */
const inServer =
  (command: string, argumentsOf: (order: Order) => readonly string[]): RunCommand =>
  async (order, shell) => ({
    exitCode: await shell.runServer([command, ...flag(order, "json"), ...argumentsOf(order)]),
  });

export const backup = inServer("backup", (order) => [
  ...text(order, "out"),
  ...flag(order, "without-master-key"),
]);

export const restore = inServer("restore", (order) => [
  ...text(order, "into"),
  "--",
  ...order.positionals,
]);

export const doctor = inServer("doctor", () => []);
