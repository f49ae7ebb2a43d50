/** What was given on the command line, by option name: all values in their order, flags as one empty value. */
export type OptionValues = ReadonlyMap<string, readonly string[]>;

export const isGiven = (values: OptionValues, name: string): boolean => values.has(name);

export const textOf = (values: OptionValues, name: string): string | null =>
  values.get(name)?.at(-1) ?? null;
