import type { DifferenceLine } from "@checkride/rules/text-difference";
import { type DifferenceBlock, differenceBlocks } from "./difference-blocks.ts";
import "./difference.css";

const signs = { same: " ", added: "+", removed: "−" } as const;
const spoken = { same: "", added: "added ", removed: "removed " } as const;

const Block = ({ block }: { readonly block: DifferenceBlock }) =>
  block.kind === "gap" ? (
    <tr className="difference-gap">
      <td colSpan={4}>
        {block.count} {block.count === 1 ? "line" : "lines"} without a change
      </td>
    </tr>
  ) : (
    block.lines.map(({ kind, before, after, text }) => (
      <tr key={`${before} ${after}`} data-kind={kind}>
        <td className="difference-number">{before}</td>
        <td className="difference-number">{after}</td>
        <td className="difference-sign">
          <span aria-hidden="true">{signs[kind]}</span>
          <span className="hidden-visually">{spoken[kind]}</span>
        </td>
        <td className="difference-text">{text}</td>
      </tr>
    ))
  );

/** Lines as they were and are; a sign says which way, colour only says it again. */
export const DifferenceView = ({
  caption,
  lines,
  wraps = false,
}: {
  readonly caption: string;
  readonly lines: readonly DifferenceLine[];
  /** Running text is broken into lines; code is not. */
  readonly wraps?: boolean;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, scrolled content needs a focusable region
  <section className="difference" data-wrap={wraps || undefined} tabIndex={0} aria-label={caption}>
    <table>
      <caption className="hidden-visually">{caption}</caption>
      <thead className="hidden-visually">
        <tr>
          <th scope="col">Line before</th>
          <th scope="col">Line after</th>
          <th scope="col">Change</th>
          <th scope="col">Text</th>
        </tr>
      </thead>
      <tbody>
        {differenceBlocks(lines).map((block) => (
          <Block key={block.key} block={block} />
        ))}
      </tbody>
    </table>
  </section>
);
