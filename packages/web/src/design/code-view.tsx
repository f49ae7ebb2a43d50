import { type ReactNode, useState } from "react";
import { CodeText } from "./code-text.tsx";
import { keyed } from "./keyed.ts";
import { ScrollGroup } from "./scroll-group.tsx";
import { useCodeLines } from "./use-code-lines.ts";
import "./code.css";

const names: Readonly<Record<string, string>> = {
  ts: "TypeScript",
  typescript: "TypeScript",
  tsx: "TypeScript",
  js: "JavaScript",
  javascript: "JavaScript",
  python: "Python",
  py: "Python",
  yaml: "YAML",
  yml: "YAML",
  json: "JSON",
  http: "HTTP",
  sql: "SQL",
  html: "HTML",
  diff: "Difference",
  log: "Log",
  sh: "Shell",
  bash: "Shell",
};

const languageName = (language: string): string => names[language] ?? "Text";

const CopyCode = ({ text }: { readonly text: string }) => {
  const [said, setSaid] = useState("");
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setSaid("Copied"),
      () => setSaid("Not allowed by the browser"),
    );
  };
  return (
    <span className="code-copy">
      <span role="status">{said}</span>
      <button type="button" onClick={copy}>
        Copy
      </button>
    </span>
  );
};

type CodeFrameProps = {
  readonly title: string | null;
  readonly language: string;
  /** What is at the end of the head: a button that copies, or nothing. */
  readonly tool?: ReactNode;
  readonly children: ReactNode;
};

/** A shown file, request or log: what it is, then the thing itself. */
export const CodeFrame = ({ title, language, tool, children }: CodeFrameProps) => (
  <figure className="code">
    <figcaption>
      <span className="code-title">{title ?? languageName(language)}</span>
      {title === null ? null : <span className="code-language">{languageName(language)}</span>}
      {tool}
    </figcaption>
    {children}
  </figure>
);

type CodeViewProps = {
  readonly text: string;
  readonly language: string;
  readonly title?: string | null;
};

export const CodeView = ({ text, language, title = null }: CodeViewProps) => {
  const lines = useCodeLines(text, language);
  return (
    <CodeFrame title={title} language={language} tool={<CopyCode text={text} />}>
      <ScrollGroup className="code-scroll" label={title ?? languageName(language)}>
        <pre data-numbered={lines.length > 1 || undefined}>
          <code>
            {keyed(lines).map(({ key, value }) => (
              <span key={key} className="code-line" data-look={value[0]?.look ?? undefined}>
                <CodeText line={value} />
                {"\n"}
              </span>
            ))}
          </code>
        </pre>
      </ScrollGroup>
    </CodeFrame>
  );
};
