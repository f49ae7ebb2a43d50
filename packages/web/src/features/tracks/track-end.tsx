import type { TrackView } from "@checkride/api/curriculum";
import { Link } from "@tanstack/react-router";
import { Moment } from "../../design/moment.tsx";
import { Pill } from "../../design/pill.tsx";
import { Section } from "../../design/section.tsx";
import { StandingPill } from "../../design/standing-pill.tsx";
import { ActivityList } from "./activity-list.tsx";

type Signing = TrackView["signOffs"][number];

const signLooks = {
  unsigned: { glyph: "○", tone: "none", word: "to be signed" },
  "sign-again": { glyph: "◔", tone: "due", word: "to be signed again" },
  signed: { glyph: "●", tone: "current", word: "signed" },
} as const;

const SignOff = ({ signing }: { readonly signing: Signing }) => {
  const { glyph, tone, word } = signLooks[signing.state];
  return (
    <li data-state={signing.state === "signed" ? "done" : "none"}>
      <span className="activity-mark" aria-hidden="true">
        {signing.state === "signed" ? "●" : "○"}
      </span>
      <p className="activity-title">
        <Link to="/documents/$document" params={{ document: signing.document }}>
          Read and sign: {signing.title}
        </Link>
      </p>
      <span className="activity-minutes">
        <Pill tone={tone} glyph={glyph}>
          {word}
          {signing.signBy ? (
            <>
              {" by "}
              <Moment as="iso" at={signing.signBy} />
            </>
          ) : null}
        </Pill>
        {signing.minutes} min
      </span>
    </li>
  );
};

const Certificate = ({ track }: { readonly track: TrackView }) => {
  const { certificate } = track;
  if (!certificate) return <p>No certificate of the policy in force asks for this track.</p>;
  const { state, title, validUntil, dueBy, required, whyMe } = certificate;
  return (
    <p className="track-certificate">
      <StandingPill state={state} /> <b>{title}</b>
      {validUntil ? (
        <>
          , valid until <Moment at={validUntil} />
        </>
      ) : null}
      {dueBy && validUntil === null ? (
        <>
          , to be earned by <Moment at={dueBy} />
        </>
      ) : null}
      . {required ? `Asked of you: ${whyMe.join("; ")}.` : "Not asked of you."}
    </p>
  );
};

/** Labs of the track itself, then what closes it: quiz, sign-off, certificate. */
export const TrackEnd = ({ track }: { readonly track: TrackView }) => {
  const closing = [track.quiz, track.refresher].filter((one) => one !== null);
  return (
    <>
      {track.trackLabs.length > 0 ? (
        <Section title="Labs of this track" aside={`${track.labs.done} of ${track.labs.of} passed`}>
          <ActivityList activities={track.trackLabs} />
        </Section>
      ) : null}
      {closing.length > 0 || track.signOffs.length > 0 ? (
        <Section title="To finish">
          {closing.length > 0 ? <ActivityList activities={closing} /> : null}
          {track.signOffs.length > 0 ? (
            <ul className="activities">
              {track.signOffs.map((signing) => (
                <SignOff key={signing.document} signing={signing} />
              ))}
            </ul>
          ) : null}
        </Section>
      ) : null}
      <Section title="Certificate">
        <Certificate track={track} />
      </Section>
    </>
  );
};
