import type { TrackCard, TrackView } from "@checkride/api/curriculum";

const counted = (count: number, noun: string): string =>
  `${count} ${count === 1 ? noun : `${noun}s`}`;

/** "45 min", "2 h", "2 h 10 min", never torn apart at the end of a line. */
export const lengthText = (minutes: number): string => {
  if (minutes < 60) return `${minutes}\u00a0min`;
  const hours = `${Math.floor(minutes / 60)}\u00a0h`;
  const rest = minutes % 60;
  return rest === 0 ? hours : `${hours}\u00a0${rest}\u00a0min`;
};

export const isAsked = ({ certificate }: TrackCard): boolean => certificate?.required === true;

/** Nothing is left to be done, or nobody wants it done at the moment. */
const isSettled = ({ certificate }: TrackCard): boolean =>
  certificate?.state === "current" || certificate?.state === "exempt";

/** What all tracks together ask of somebody, as one sentence. */
export const tracksSentence = (tracks: readonly TrackCard[]): string => {
  const asked = tracks.filter(isAsked);
  if (asked.length === 0) return "No track is asked of you. All of them are open to you.";
  const open = asked.filter((track) => !isSettled(track));
  if (open.length === 0) {
    return asked.length === 1
      ? `${asked[0]?.title ?? ""} is asked of you, and you hold it.`
      : `${asked.length} tracks are asked of you, and you hold them all.`;
  }
  const minutes = open.reduce((sum, track) => sum + track.minutesLeft, 0);
  const left = minutes > 0 ? `: about ${lengthText(minutes)} are left` : "";
  if (open.length === 1) {
    const [only] = open;
    return `${only?.title ?? ""} is asked of you: ${lengthText(only?.minutesLeft ?? 0)} are left.`;
  }
  return `${counted(open.length, "track")} are asked of you and not done${left}.`;
};

/** How far somebody is in one track. */
export const trackSentence = (track: TrackView): string => {
  if (track.done) {
    return track.next === null
      ? `You have done everything in ${track.title}.`
      : `You have done ${track.title}; one thing renews it.`;
  }
  const { done, of } = track.lessons;
  if (done === 0 && track.minutesLeft === track.minutes) {
    return `${track.title} takes about ${lengthText(track.minutes)}. You have not begun.`;
  }
  return `${done} of ${counted(of, "lesson")} of ${track.title} done, about ${lengthText(track.minutesLeft)} left.`;
};

/** Where the next thing of a track is done; null while it is not installed. */
export const nextWords = (kind: NonNullable<TrackView["next"]>["kind"]): string => {
  switch (kind) {
    case "lesson":
      return "Lesson";
    case "lab":
      return "Lab";
    case "quiz":
      return "Quiz";
    case "assessment":
      return "Assessment";
    case "sign-off":
      return "Sign-off";
  }
};
