/** The list with the thing taken out if it was in, put in if it was not. */
export const toggled = (list: readonly string[], thing: string): readonly string[] =>
  list.includes(thing) ? list.filter((one) => one !== thing) : [...list, thing];
