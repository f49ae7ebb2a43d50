import type { ActivityCard, CaseCard, CaseView } from "@checkride/api/curriculum";
import type { Case } from "@checkride/curriculum-reader/curriculum";
import type { Content } from "../../platform/content.ts";
import type { Database } from "../../platform/database.ts";
import type { LoneQuestion, WordDeps } from "./deps.ts";
import { holdsWords } from "./plain-text.ts";
import { listAnsweredCases } from "./store.ts";

export const placeOfCase = (id: string): string => `case/${id}`;

const cardOf = (one: Case, answered: boolean): CaseCard => ({
  id: one.id,
  title: one.title,
  organisation: one.organisation,
  happened: one.happened,
  sector: one.sector,
  risks: [...one.risks],
  answered,
});

type Filter = {
  readonly search?: string | undefined;
  readonly sector?: string | undefined;
  readonly risk?: string | undefined;
};

const meets = (one: Case, { search, sector, risk }: Filter): boolean =>
  (sector === undefined || one.sector === sector) &&
  (risk === undefined || one.risks.includes(risk)) &&
  holdsWords((search ?? "").trim(), [one.title, one.organisation, one.sector, ...one.risks]);

const distinct = (values: readonly string[]): string[] => [...new Set(values)].toSorted();

/** What happened last comes first. */
export const showCases = async (
  db: Database,
  { cases }: Content,
  person: string,
  filter: Filter,
) => {
  const all = [...cases.values()].toSorted((a, b) => (a.happened < b.happened ? 1 : -1));
  const answered = await listAnsweredCases(db, person);
  return {
    cases: all
      .filter((one) => meets(one, filter))
      .map((one) => cardOf(one, answered.has(placeOfCase(one.id)))),
    sectors: distinct(all.map(({ sector }) => sector)),
    risks: distinct(all.flatMap(({ risks }) => risks)),
  };
};

export const questionOf = (one: Case, person: string): LoneQuestion | null =>
  one.question && { exercise: one.question, place: placeOfCase(one.id), person };

export const labCard = ({ catalogue }: Content, id: string, passed: boolean): ActivityCard => {
  const {
    title = id,
    minutes = 0,
    installed = false,
  } = catalogue.activities.get(`lab/${id}`) ?? {};
  return { ref: `lab/${id}`, title, minutes, installed, passed };
};

export const showCase = async (
  db: Database,
  deps: WordDeps,
  one: Case,
  person: string,
  passed: ReadonlySet<string>,
): Promise<CaseView> => {
  const content = deps.content();
  const question = questionOf(one, person);
  const answer = question && (await deps.given(db, question));
  return {
    ...cardOf(one, answer !== null),
    sections: one.sections.map(({ title, prose }) => ({ title, prose })),
    sources: one.sources.map(({ id, title, url, secondary }) => ({ id, title, url, secondary })),
    modules: one.modules.map((id) => ({ id, title: content.modules.get(id)?.title ?? id })),
    labs: one.labs.map((id) => labCard(content, id, passed.has(`lab/${id}`))),
    question: question && deps.show(question),
    answer,
  };
};
