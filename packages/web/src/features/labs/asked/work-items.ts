import type { System, ThreatWords } from "@checkride/rules/labs/asked";
import type { ThreatModel } from "@checkride/rules/labs/threat-model";
import { placeName } from "./threat-model-words.ts";

export type WorkItem = {
  readonly rank: number;
  readonly title: string;
  readonly component: string;
  readonly threat: string;
  readonly owner: string;
  readonly due: string;
};

/** What is to be done, in the order of the threats that it is done against. */
export const workItems = (
  { threats, mitigations }: ThreatModel,
  system: System,
  words: ThreatWords,
): readonly WorkItem[] => {
  const textOf = (list: ThreatWords["actions"], id: string): string =>
    list.find((one) => one.id === id)?.text ?? "";
  return threats.flatMap((threat, place) =>
    mitigations
      .filter((one) => one.threat === threat.id)
      .map((one) => ({
        rank: place + 1,
        title: one.what.trim() === "" ? textOf(words.mitigations, one.kind) : one.what.trim(),
        component: placeName(system, one.component),
        threat:
          threat.how.trim() === ""
            ? `${textOf(words.actions, threat.action)}: ${textOf(words.effects, threat.effect)}`
            : threat.how.trim(),
        owner: one.owner.trim(),
        due: one.due,
      })),
  );
};

/** A cell that begins like a formula is one for a spreadsheet; a quote before it makes it text. */
const csvCell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

export const asCsv = (items: readonly WorkItem[]): string =>
  [
    ["rank", "title", "component", "threat", "owner", "due"],
    ...items.map(({ rank, title, component, threat, owner, due }) => [
      String(rank),
      title,
      component,
      threat,
      owner,
      due,
    ]),
  ]
    .map((cells) => `${cells.map(csvCell).join(",")}\r\n`)
    .join("");

/** One line, without what would begin a link, a picture, code or markup. */
const plain = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|!]/g, (sign) => `\\${sign}`);

export const asMarkdown = (items: readonly WorkItem[]): string =>
  items
    .map(
      ({ rank, title, component, threat, owner, due }) =>
        `- [ ] ${plain(title)}\n  - component: ${plain(component)}\n  - against threat ${rank}: ${plain(threat)}\n  - owner: ${plain(owner)}, until ${plain(due)}\n`,
    )
    .join("");
