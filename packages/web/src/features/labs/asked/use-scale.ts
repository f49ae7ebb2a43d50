import { type RefObject, useEffect, useState } from "react";

/** How much smaller something has to be drawn to fit into its frame; never larger than it is. */
export const useScale = (frame: RefObject<HTMLElement | null>, widthPx: number): number => {
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setScale(Math.min(1, element.clientWidth / widthPx)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, widthPx]);
  return scale;
};
