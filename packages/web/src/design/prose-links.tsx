import type { Source } from "@checkride/rules/lesson";
import type { Rich } from "@checkride/rules/prose";
import { createContext, type ReactNode, useContext } from "react";

export type Term = {
  readonly id: string;
  readonly term: string;
  readonly says: Rich;
};

/** What the links of a text lead to; a page that shows text says what it knows. */
export type ProseLinks = {
  readonly terms: readonly Term[];
  readonly sources: readonly Source[];
};

const LinksContext = createContext<ProseLinks>({ terms: [], sources: [] });

export const ProseLinksProvider = ({
  links,
  children,
}: {
  readonly links: ProseLinks;
  readonly children: ReactNode;
}) => <LinksContext value={links}>{children}</LinksContext>;

export const useProseLinks = (): ProseLinks => useContext(LinksContext);
