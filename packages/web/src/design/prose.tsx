import type { ProseBlock, Prose as ProseTree } from "@checkride/rules/prose";
import { CodeView } from "./code-view.tsx";
import { keyed } from "./keyed.ts";
import { RichText } from "./rich-text.tsx";
import { richWords } from "./rich-words.ts";
import { ScrollGroup } from "./scroll-group.tsx";
import "./prose.css";

const Items = ({ block }: { readonly block: Extract<ProseBlock, { kind: "list" }> }) => {
  const List = block.ordered ? "ol" : "ul";
  return (
    <List {...(block.start === undefined ? {} : { start: block.start })}>
      {keyed(block.items).map(({ key, value }) => {
        const [only] = value;
        // An item of one paragraph is a line, not a paragraph in a line.
        return (
          <li key={key}>
            {value.length === 1 && only?.kind === "paragraph" ? (
              <RichText text={only.text} />
            ) : (
              <Blocks prose={value} />
            )}
          </li>
        );
      })}
    </List>
  );
};

const Table = ({ block }: { readonly block: Extract<ProseBlock, { kind: "table" }> }) => {
  const head = keyed(block.head);
  return (
    <ScrollGroup className="prose-table" label={`Table: ${block.head.map(richWords).join(", ")}`}>
      <table>
        <thead>
          <tr>
            {head.map(({ key, value }) => (
              <th key={key} scope="col">
                <RichText text={value} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(block.rows).map(({ key, value }) => (
            <tr key={key}>
              {keyed(value).map((cell) => (
                <td key={cell.key}>
                  <RichText text={cell.value} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollGroup>
  );
};

const Block = ({ block }: { readonly block: ProseBlock }) => {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <RichText text={block.text} />
        </p>
      );
    case "heading": {
      const Heading = block.level === 3 ? "h3" : "h4";
      return (
        <Heading>
          <RichText text={block.text} />
        </Heading>
      );
    }
    case "list":
      return <Items block={block} />;
    case "code":
      return <CodeView text={block.text} language={block.language} />;
    case "quote":
      return (
        <blockquote>
          <Blocks prose={block.blocks} />
        </blockquote>
      );
    case "table":
      return <Table block={block} />;
  }
};

const Blocks = ({ prose }: { readonly prose: ProseTree }) =>
  keyed(prose).map(({ key, value }) => <Block key={key} block={value} />);

/** Text of the curriculum. Built from a typed tree: no markup of an author reaches the page as markup. */
export const Prose = ({ prose }: { readonly prose: ProseTree }) => (
  <div className="prose">
    <Blocks prose={prose} />
  </div>
);
