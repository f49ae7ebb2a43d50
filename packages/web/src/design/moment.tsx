import { formatDate, isoDate, isoMinute, relativeDay, relativeMoment, utcText } from "./date.ts";

type MomentProps = {
  readonly at: string;
  /** `date`: 14 February 2027. `iso`: 2027-02-14. `minute`: 2027-02-14 09:31. The others need `now`. */
  readonly as?: "date" | "iso" | "minute" | "days" | "ago";
  readonly now?: string;
};

const wordsOf = (at: string, as: NonNullable<MomentProps["as"]>, now: string): string => {
  switch (as) {
    case "date":
      return formatDate(at);
    case "iso":
      return isoDate(at);
    case "minute":
      return isoMinute(at);
    case "days":
      return relativeDay(now, at);
    case "ago":
      return relativeMoment(now, at);
  }
};

/** A moment in the reader's zone; its title says it in UTC. */
export const Moment = ({ at, as = "date", now = at }: MomentProps) => (
  <time
    dateTime={at}
    title={utcText(at)}
    className={as === "iso" || as === "minute" ? "mono" : undefined}
  >
    {wordsOf(at, as, now)}
  </time>
);
