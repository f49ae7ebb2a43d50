import type { DiagramPart } from "@checkride/rules/exercise";
import { box } from "./diagram-layout.ts";

const half = { x: box.width / 2, y: box.height / 2 } as const;

type Shape = DiagramPart["shape"];

const hexagon = `M ${-half.x + 14} ${-half.y} H ${half.x - 14} L ${half.x} 0 L ${half.x - 14} ${half.y} H ${-half.x + 14} L ${-half.x} 0 Z`;
/** So flat that two lines of a name have room below. */
const lid = 5;
const drum = `M ${-half.x} ${-half.y + lid} A ${half.x} ${lid} 0 0 1 ${half.x} ${-half.y + lid} V ${half.y - lid} A ${half.x} ${lid} 0 0 1 ${-half.x} ${half.y - lid} Z M ${-half.x} ${-half.y + lid} A ${half.x} ${lid} 0 0 0 ${half.x} ${-half.y + lid}`;

/** What a part is shows in its outline, and is said in its words as well. */
export const DiagramShape = ({ shape }: { readonly shape: Shape }) => {
  if (shape === "model") return <path d={hexagon} />;
  if (shape === "store") return <path d={drum} />;
  return (
    <rect
      x={-half.x}
      y={-half.y}
      width={box.width}
      height={box.height}
      rx={shape === "person" ? half.y : 5}
      strokeDasharray={shape === "outside" ? "5 4" : undefined}
    />
  );
};

export const shapeWords: Readonly<Record<Shape, string>> = {
  person: "person",
  service: "service",
  model: "model",
  store: "store",
  tool: "tool",
  outside: "outside",
};
