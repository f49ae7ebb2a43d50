import { env } from "./world.ts";

/** The name of the variable that holds the key of the model. */
export const KEY_VARIABLE = "HELPDESK_MODEL_KEY";

/** Empty where there is none, also where somebody has set it to blanks. */
export const modelKey = (): string => {
  const key = env(KEY_VARIABLE);
  return /\S/.test(key) ? key : "";
};

export const COMPANY = "Linden Mills";

export const OFFICE_HOURS = "Monday to Friday, 8 to 17";
