/** Read-only: the service. An answer of the model arrives in chunks, and each piece that you give back is shown at once. */
import { makeRedactor } from "./redactor.ts";

export const serve = (chunks: string[]) => {
  const redactor = makeRedactor();
  const shown = chunks.map((chunk) => redactor.push(chunk));
  const last = redactor.end();
  return { shown, last, log: redactor.log() };
};
