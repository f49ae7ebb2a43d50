import type { TaxonomyCard, TaxonomyPreview, ThreatView } from "@checkride/api/coverage";
import type { PillTone } from "../../design/pill.tsx";

type Counts = TaxonomyCard["counts"];
type State = ThreatView["state"];

export const states: readonly State[] = ["practised", "taught", "planned", "decided", "open"];

export const stateLooks: Readonly<
  Record<
    State,
    {
      readonly word: string;
      readonly glyph: string;
      readonly tone: PillTone;
      readonly says: string;
    }
  >
> = {
  practised: { word: "practised", glyph: "●", tone: "current", says: "a lab that is installed" },
  taught: { word: "taught", glyph: "◐", tone: "none", says: "a lesson, and no lab yet" },
  planned: {
    word: "planned",
    glyph: "◌",
    tone: "none",
    says: "named by what is not installed yet",
  },
  decided: { word: "decided", glyph: "–", tone: "none", says: "not practised here, with a reason" },
  open: { word: "open", glyph: "▲", tone: "due", says: "nothing teaches it, nobody decided" },
};

export const total = (counts: Counts): number =>
  states.reduce((sum, state) => sum + counts[state], 0);

const areOpen = (open: number): string => (open === 1 ? "1 is open" : `${open} are open`);

/** All lists together. */
export const coverageSentence = (cards: readonly TaxonomyCard[]): string => {
  const all = cards.reduce((sum, { counts }) => sum + total(counts), 0);
  const open = cards.reduce((sum, { counts }) => sum + counts.open, 0);
  const lists = cards.length === 1 ? "one list" : `${cards.length} lists`;
  if (open === 0) return `Each of ${all} threats in ${lists} is taught, or somebody decided.`;
  return `Of ${all} threats in ${lists}, ${areOpen(open)}.`;
};

export const taxonomySentence = ({
  taxonomy,
  counts,
}: Pick<TaxonomyCard, "taxonomy" | "counts">) => {
  const of = total(counts);
  const rest = counts.open === 0 ? "none is open" : areOpen(counts.open);
  return `${taxonomy}: ${counts.practised} of ${of} are practised, ${rest}.`;
};

/** What loading a newer list would change. */
export const previewSentence = (preview: TaxonomyPreview): string => {
  const { taxonomy, version, entries, replaces, added, gone, renamed } = preview;
  const name = `${taxonomy} ${version}`;
  if (replaces === null) return `${name} stands beside the other lists, with ${entries} entries.`;
  if (added.length + gone.length + renamed.length === 0) {
    return `${name} names the same ${entries} entries as ${replaces.version}.`;
  }
  return `${name} against ${replaces.version}: ${added.length} new, ${gone.length} gone, ${renamed.length} renamed.`;
};

export type ThreatFilter = { readonly search: string; readonly state: string };

export const fitting = (
  threats: readonly ThreatView[],
  { search, state }: ThreatFilter,
): readonly ThreatView[] => {
  const asked = search.trim().toLowerCase();
  return threats.filter(
    (threat) =>
      (state === "" || threat.state === state) &&
      (asked === "" ||
        threat.id.toLowerCase().includes(asked) ||
        threat.name.toLowerCase().includes(asked)),
  );
};
