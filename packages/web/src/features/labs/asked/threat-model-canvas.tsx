import type { AskedOf, System } from "@checkride/rules/labs/asked";
import { crossings, type ThreatModel } from "@checkride/rules/labs/threat-model";
import { useId, useRef } from "react";
import { box, layOut, type PlacedDiagram } from "../../../exercises/diagram-layout.ts";
import { DiagramShape, shapeWords } from "../../../exercises/diagram-shape.tsx";
import { zoneOf } from "./threat-model-draft.ts";
import { diagramOf } from "./threat-model-layout.ts";
import { placeName } from "./threat-model-words.ts";
import { useScale } from "./use-scale.ts";
import "../../../exercises/spot.css";

type CanvasProps = {
  readonly asked: AskedOf<"threat-model">;
  readonly system: System;
  readonly model: ThreatModel;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

const roomPx = 12;
const namePx = 22;

type ZonedPart = PlacedDiagram["parts"][number] & { readonly zone: number };

const zonedParts = (
  { asked, model }: Pick<CanvasProps, "asked" | "model">,
  { parts }: PlacedDiagram,
): readonly ZonedPart[] =>
  parts.flatMap((part) => {
    const zone = asked.words.zones.findIndex(({ id }) => id === zoneOf(model, part.id));
    return zone < 0 ? [] : [{ ...part, zone }];
  });

/** "Outside" of "Outside: whoever it is". */
const shortName = (text: string): string => text.split(":")[0] ?? text;

const Drawing = ({ placed, ...rest }: CanvasProps & { readonly placed: PlacedDiagram }) => {
  const arrow = useId();
  const crossing = new Set(crossings(rest.system.flows, rest.model.zones).map(({ id }) => id));
  const isZoned = rest.model.zones.length > 0;
  const zoned = zonedParts(rest, placed);
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
      {zoned.map(({ id, x, y, zone }) => (
        <rect
          key={id}
          className="threat-zone"
          data-zone={zone}
          x={x - box.width / 2 - roomPx}
          y={y - box.height / 2 - roomPx}
          width={box.width + 2 * roomPx}
          height={box.height + roomPx + namePx}
          rx={10}
        />
      ))}
      {placed.flows.map((flow) => (
        <path
          key={flow.id}
          d={flow.path}
          className="diagram-flow"
          data-crossing={(isZoned && crossing.has(flow.id)) || undefined}
          markerEnd={`url(#${arrow})`}
        />
      ))}
      {zoned.map(({ id, x, y, zone }) => (
        <text key={id} className="threat-zone-name" x={x} y={y + box.height / 2 + namePx - 6}>
          {shortName(rest.asked.words.zones[zone]?.text ?? "")}
        </text>
      ))}
      {placed.parts.map((part) => (
        <g key={part.id} className="diagram-part" transform={`translate(${part.x} ${part.y})`}>
          <DiagramShape shape={part.shape} />
        </g>
      ))}
    </svg>
  );
};

const Count = ({ count }: { readonly count: number }) =>
  count === 0 ? null : (
    <span className="threat-count">
      {count}
      <span className="hidden-visually"> {count === 1 ? "threat" : "threats"}</span>
    </span>
  );

/** Drawn for the eye; over it lie real buttons. All that can be done here can be done in the lists below too. */
export const ThreatModelCanvas = (props: CanvasProps) => {
  const { asked, system, model, chosen, onChoose } = props;
  const laidOut = layOut(diagramOf(asked, system, model));
  // The name of a zone stands below its last row.
  const placed = { ...laidOut, height: laidOut.height + namePx };
  const countAt = (id: string): number => model.threats.filter(({ at }) => at === id).length;
  const button = (id: string) => ({
    type: "button" as const,
    className: "diagram-place",
    "aria-pressed": chosen === id,
    onClick: () => onChoose(id),
  });
  const frame = useRef<HTMLDivElement>(null);
  const scale = useScale(frame, placed.width);
  return (
    <div ref={frame} className="diagram threat-canvas" style={{ height: placed.height * scale }}>
      <div style={{ width: placed.width, height: placed.height, transform: `scale(${scale})` }}>
        <Drawing {...props} placed={placed} />
        {placed.parts.map(({ id, title, shape, x, y }) => (
          <button
            key={id}
            {...button(id)}
            data-kind="part"
            style={{ left: x, top: y, width: box.width, height: box.height }}
          >
            <small>{shapeWords[shape]}</small>
            {title}
            <Count count={countAt(id)} />
          </button>
        ))}
        {placed.flows.map(({ id, title, label }) => (
          <button key={id} {...button(id)} data-kind="flow" style={{ left: label.x, top: label.y }}>
            {title}
            <span className="hidden-visually">{placeName(system, id).slice(title.length)}</span>
            <Count count={countAt(id)} />
          </button>
        ))}
      </div>
    </div>
  );
};
