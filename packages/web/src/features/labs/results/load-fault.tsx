import { Button } from "../../../design/button.tsx";
import { Notice } from "../../../design/notice.tsx";
import { type Place, placeIn } from "./fault-place.ts";

type LoadFaultProps = {
  readonly says: string;
  readonly paths: readonly string[];
  readonly onPlace: (place: Place) => void;
};

/** Why files did not load, with the way to the line that it names. */
export const LoadFault = ({ says, paths, onPlace }: LoadFaultProps) => {
  const place = placeIn(says, paths);
  return (
    <Notice
      tone="bad"
      title="Your files did not load, so nothing of them was tried."
      actions={
        place ? (
          <Button onPress={() => onPlace(place)}>
            Go to {place.path}, line {place.line}
          </Button>
        ) : null
      }
    >
      <code className="load-says">{says}</code>
    </Notice>
  );
};
