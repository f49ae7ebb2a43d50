import type { DocumentCard, DocumentView, MySign } from "@checkride/api/documents";
import { formatDate } from "../../design/date.ts";

type DocumentKind = DocumentCard["kind"];

export const kindWords: Readonly<Record<DocumentKind, string>> = {
  policy: "Policy",
  card: "Rule card",
  checklist: "Checklist",
  template: "Template",
  guide: "Guide",
};

/** Cards and checklists are made for one sheet of paper. */
export const isOnePage = (kind: DocumentKind): boolean => kind === "card" || kind === "checklist";

const wantsSign = ({ mine }: Pick<DocumentCard, "mine">): boolean =>
  mine !== null &&
  mine.state !== "signed" &&
  (mine.askedBy.length > 0 || mine.state === "sign-again");

export const documentsSentence = (documents: readonly DocumentCard[]): string => {
  const open = documents.filter(wantsSign);
  const [only] = open;
  if (open.length === 1 && only) {
    return only.mine?.state === "sign-again"
      ? `${only.title} has changed: read it and sign again.`
      : `${only.title} is waiting for your signature.`;
  }
  if (open.length > 1) return `${open.length} documents are waiting for your signature.`;
  if (documents.some(({ mine }) => mine?.state === "signed"))
    return "Everything you have to sign is signed.";
  return documents.some(({ mine }) => mine !== null)
    ? "Nothing waits for your signature."
    : "Documents to work by.";
};

/** What somebody has signed and what is asked of them now. */
export const signSentence = (title: string, mine: MySign, zone?: string): string => {
  const by = mine.signBy === null ? "" : ` by ${formatDate(mine.signBy, zone)}`;
  if (mine.state === "sign-again") {
    return `${title} has changed since you signed version ${mine.signedVersion}. Sign the new version${by}.`;
  }
  if (mine.state === "signed") {
    const on = mine.signedAt === null ? "" : ` on ${formatDate(mine.signedAt, zone)}`;
    return `You signed ${title}, version ${mine.signedVersion},${on}.`.replace(",.", ".");
  }
  return mine.askedBy.length > 0
    ? `${title} asks for your signature${by}.`
    : `${title}: to read, and to sign if you like.`;
};

export const documentSentence = (document: DocumentView): string =>
  document.mine ? signSentence(document.title, document.mine) : `${document.title}.`;
