import type { BrowserContext } from "playwright-core";

type List = { readonly items: readonly { readonly id: string; readonly seq?: number | null }[] };

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
  const facts = await listOf(context, `${origin}/api/evidence?kind=activity.passed&limit=20`);
  const person = people.items[3] ?? people.items[0];
  const sealed = facts.items.find((fact) => typeof fact.seq === "number");
  if (!person || !sealed) throw new Error("the installation has nobody, or nothing sealed yet");
  return { person: person.id, evidence: sealed.id };
};
