import { env } from "./world.ts";

/** The name of the variable that holds the key of the model. */
export const KEY_VARIABLE = "HELPDESK_MODEL_KEY";

/** Null where there is none: without its own key nothing is asked. */
export const modelKey = (): string | null => env(KEY_VARIABLE).trim() || null;

export const COMPANY = "Linden Mills";

export const OFFICE_HOURS = "Monday to Friday, 8 to 17";
