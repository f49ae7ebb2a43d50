/** Read-only: the service that calls your code, once for each question. */
import { answer } from "./bot.ts";

export const serve = async (question: string) => await answer(question);
