/** Read-only: four places to which the shop takes what the model says. */
import { customerQuery, pictureCommand, redirectTarget, reviewCard } from "./sinks.ts";

const places = {
  page: reviewCard,
  query: customerQuery,
  command: pictureCommand,
  redirect: redirectTarget,
};

export const serve = (place: keyof typeof places, answer: string) => places[place](answer);
