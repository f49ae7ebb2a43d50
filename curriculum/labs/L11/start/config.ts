import { env } from "./world.ts";

/** The name of the variable that holds the key of the model. */
export const KEY_VARIABLE = "HELPDESK_MODEL_KEY";

/** Demonstrations should work on every laptop. */
const DEMO_KEY = "sk-demo-NOT-REAL-0042";

export const modelKey = (): string => env(KEY_VARIABLE) || DEMO_KEY;

export const COMPANY = "Linden Mills";

export const OFFICE_HOURS = "Monday to Friday, 8 to 17";
