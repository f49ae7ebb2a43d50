import { env } from "./world.ts";

/** The name of the variable that holds the key of the model. */
export const KEY_VARIABLE = "HELPDESK_MODEL_KEY";

export const modelKey = (): string | undefined => {
  const key = env(KEY_VARIABLE);
  return key.trim().length > 0 ? key : undefined;
};

export const COMPANY = "Linden Mills";

export const OFFICE_HOURS = "Monday to Friday, 8 to 17";
