import type { ReactNode } from "react";
import { useProseLinks } from "./prose-links.tsx";
import { sourceElementId } from "./source-list.tsx";

/** Goes down to the source with its address, and leaves the address of the page alone. */
export const SourceLink = ({
  id,
  children,
}: {
  readonly id: string;
  readonly children: ReactNode;
}) => {
  const place = useProseLinks().sources.findIndex((source) => source.id === id);
  if (place < 0) return children;
  const element = sourceElementId(id);
  return (
    <a
      className="prose-source"
      href={`#${element}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(element)?.focus();
      }}
    >
      {children}
      <sup>
        <span className="hidden-visually">, source </span>
        {place + 1}
      </sup>
    </a>
  );
};
