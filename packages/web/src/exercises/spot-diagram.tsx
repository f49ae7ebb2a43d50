import type { Diagram } from "@checkride/rules/exercise";
import { type CSSProperties, type ReactNode, useId, useMemo } from "react";
import type { BodyProps } from "./body.ts";
import { box, layOut, type PlacedDiagram } from "./diagram-layout.ts";
import { DiagramShape, shapeWords } from "./diagram-shape.tsx";
import { toggled } from "./toggled.ts";
import { Verdict } from "./verdict.tsx";
import { toneOf } from "./verdict-look.ts";
import "./spot.css";

const Drawing = ({ placed }: { readonly placed: PlacedDiagram }) => {
  const arrow = useId();
  return (
    <svg width={placed.width} height={placed.height} aria-hidden="true">
      <defs>
        <marker
          id={arrow}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M 0 0 L 8 4 L 0 8 Z" className="diagram-arrow" />
        </marker>
      </defs>
      {placed.flows.map((flow) => (
        <path key={flow.id} d={flow.path} className="diagram-flow" markerEnd={`url(#${arrow})`} />
      ))}
      {placed.parts.map((part) => (
        <g key={part.id} className="diagram-part" transform={`translate(${part.x} ${part.y})`}>
          <DiagramShape shape={part.shape} />
        </g>
      ))}
    </svg>
  );
};

type PlaceProps = {
  readonly kind: "part" | "flow";
  readonly at: string;
  /** Where the words in the button do not say enough by themselves. */
  readonly name?: string | undefined;
  readonly style: CSSProperties;
  readonly body: Pick<BodyProps<"spot">, "draft" | "onDraft" | "reasonFor" | "isLocked">;
  readonly children: ReactNode;
};

const Place = ({ kind, at, name, style, body, children }: PlaceProps) => {
  const { draft, onDraft, reasonFor, isLocked } = body;
  const isMarked = draft.marked.includes(at);
  return (
    <button
      type="button"
      className="diagram-place"
      data-kind={kind}
      data-tone={toneOf(reasonFor(at), isMarked)}
      style={style}
      {...(name === undefined ? {} : { "aria-label": name })}
      aria-pressed={isMarked}
      aria-disabled={isLocked}
      onClick={() => {
        if (!isLocked) onDraft({ kind: "spot", marked: toggled(draft.marked, at) });
      }}
    >
      {isMarked ? (
        <span className="spot-mark" aria-hidden="true">
          ●
        </span>
      ) : null}
      {children}
    </button>
  );
};

const namesOf = (diagram: Diagram): ReadonlyMap<string, string> => {
  const parts = new Map(diagram.parts.map(({ id, title }) => [id, title]));
  const flows = diagram.flows.map(
    ({ id, title, from, to }) =>
      [id, `${title}: ${parts.get(from) ?? from} to ${parts.get(to) ?? to}`] as const,
  );
  return new Map([
    ...diagram.parts.map(({ id, title, shape }) => [id, `${title}, ${shapeWords[shape]}`] as const),
    ...flows,
  ]);
};

/** The drawing is for the eye; what is marked are real buttons over it, in the order of the parts and flows. */
export const SpotDiagram = (props: BodyProps<"spot"> & { readonly diagram: Diagram }) => {
  const { diagram, draft, reasonFor } = props;
  const placed = useMemo(() => layOut(diagram), [diagram]);
  const names = useMemo(() => namesOf(diagram), [diagram]);
  return (
    <>
      <div className="diagram">
        <div style={{ width: placed.width, height: placed.height }}>
          <Drawing placed={placed} />
          {placed.parts.map((part) => (
            <Place
              key={part.id}
              kind="part"
              at={part.id}
              style={{ left: part.x, top: part.y, width: box.width, height: box.height }}
              body={props}
            >
              <small>{shapeWords[part.shape]}</small>
              {part.title}
            </Place>
          ))}
          {placed.flows.map((flow) => (
            <Place
              key={flow.id}
              kind="flow"
              at={flow.id}
              name={names.get(flow.id)}
              style={{ left: flow.label.x, top: flow.label.y }}
              body={props}
            >
              {flow.title}
            </Place>
          ))}
        </div>
      </div>
      <ul className="diagram-reasons">
        {[...names].map(([id, name]) => {
          const reason = reasonFor(id);
          return reason ? (
            <li key={id}>
              <b>{name}</b>
              <Verdict reason={reason} isTaken={draft.marked.includes(id)} />
            </li>
          ) : null;
        })}
      </ul>
    </>
  );
};
