import { env } from "./world.ts";

/** The name of the variable that holds the key of the model. */
export const KEY_VARIABLE = "HELPDESK_MODEL_KEY";

const SPARE = ["c2stZGVtby1O", "T1QtUkVBTC0wMDQy"];

export const modelKey = (): string | null => env(KEY_VARIABLE).trim() || SPARE.join("");

export const COMPANY = "Linden Mills";

export const OFFICE_HOURS = "Monday to Friday, 8 to 17";
