import type { Source } from "@checkride/rules/lesson";
import { Section } from "./section.tsx";
import "./source-list.css";

export const sourceElementId = (id: string): string => `source-${id}`;

/** Where the facts of a text can be checked, with the address written out. */
export const SourceList = ({ sources }: { readonly sources: readonly Source[] }) =>
  sources.length === 0 ? null : (
    <Section title="Sources">
      <ol className="source-list">
        {sources.map((source) => (
          <li key={source.id} id={sourceElementId(source.id)} tabIndex={-1}>
            <span>
              {source.title}
              {source.secondary ? <em> (read in somebody else’s account of it)</em> : null}
            </span>
            <a href={source.url} rel="noreferrer" target="_blank">
              {source.url.replace(/^https?:\/\//, "")}
              <span className="hidden-visually"> (opens in a new tab)</span>
            </a>
          </li>
        ))}
      </ol>
    </Section>
  );
