import { env } from "./world.ts";

export const OFFICE_HOURS = "Monday to Friday, 8 to 17";

export function modelKey() {
  const key = env("HELPDESK_MODEL_KEY");
  return /\S/.test(key) ? key : undefined;
}
