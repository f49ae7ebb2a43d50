import "./source-links.css";

type SourceLinksProps = {
  readonly sources: readonly { readonly title: string; readonly url: string }[];
};

/** Where an answer can be checked. */
export const SourceLinks = ({ sources }: SourceLinksProps) =>
  sources.length === 0 ? null : (
    <div className="answer-sources">
      <p>{sources.length === 1 ? "Source" : "Sources"}</p>
      <ul>
        {sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer" target="_blank">
              {title}
              <span className="hidden-visually"> (opens in a new tab)</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
