import { setTimeout } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";

type List = { readonly items: readonly { readonly id: string; readonly seq?: number | null }[] };

const asksMax = 120;
const askMs = 500;

const listOf = async (context: BrowserContext, url: string): Promise<List> => {
  const response = await context.request.get(url);
  if (!response.ok()) throw new Error(`${url}: ${response.status()} ${await response.text()}`);
  const list: List = await response.json();
  return list;
};

/** A person and a sealed fact to look at. */
export const findIds = async (
  context: BrowserContext,
  origin: string,
): Promise<{ readonly person: string; readonly evidence: string }> => {
  const people = await listOf(context, `${origin}/api/people?limit=20`);
  const person = people.items[3] ?? people.items[0];
  if (!person) throw new Error("the installation has nobody");
  // A demo's year is some ten thousand facts: they are sealed in order, the newest last.
  for (let asked = 0; asked < asksMax; asked++) {
    const facts = await listOf(context, `${origin}/api/evidence?kind=activity.passed&limit=20`);
    const sealed = facts.items.find((fact) => typeof fact.seq === "number");
    if (sealed) return { person: person.id, evidence: sealed.id };
    await setTimeout(askMs);
  }
  throw new Error("nothing of the installation was sealed");
};
