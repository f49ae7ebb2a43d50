import { useEffect, useMemo, useState } from "react";
import { RichText } from "../design/rich-text.tsx";
import type { BodyProps, ExerciseOf } from "./body.ts";
import { Curve } from "./curve.tsx";
import { samples } from "./curve-scale.ts";
import { digitsOf, figure, type Simulation, simulate } from "./slide-results.ts";

type Slide = ExerciseOf<"slider">;
type At = Readonly<Record<string, number>>;

type Shown = {
  readonly exercise: Slide;
  readonly simulation: Simulation;
  readonly at: At;
};

const curvePoints = 41;

const Controls = ({ exercise, draft, onDraft, isLocked }: BodyProps<"slider">) => (
  <div className="slider-controls">
    {exercise.sliders.map(({ id, title, from, to, step, start, unit }) => {
      const value = draft.at[id] ?? start;
      const shown = figure(value, digitsOf(step), unit);
      return (
        <div key={id} className="slider-control">
          <label>
            <span>{title}</span>
            <output>{shown}</output>
            <input
              type="range"
              aria-label={title}
              aria-valuetext={shown}
              min={from}
              max={to}
              step={step}
              value={value}
              disabled={isLocked}
              onChange={(event) =>
                onDraft({ kind: "slider", at: { ...draft.at, [id]: Number(event.target.value) } })
              }
            />
          </label>
        </div>
      );
    })}
  </div>
);

const restMs = 600;

/** What follows, spoken once the slider rests: every step on the way would be a flood of numbers. */
const Spoken = ({ text }: { readonly text: string }) => {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="hidden-visually" role="status">
      {said}
    </p>
  );
};

const Results = ({ exercise, simulation, at }: Shown) => {
  const values = simulation.resultsAt(at);
  const texts = exercise.results.map(({ id, title, digits, unit }) => ({
    id,
    title,
    number: figure(values[id] ?? Number.NaN, digits, null),
    unit,
  }));
  return (
    <>
      <dl className="slider-results">
        {texts.map(({ id, title, number, unit }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              {number} {unit === null ? null : <small>{unit}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <Spoken
        text={texts
          .map(({ title, number, unit }) => `${title}: ${number} ${unit ?? ""}`)
          .join("; ")}
      />
    </>
  );
};

const SlideCurve = ({ exercise, simulation, at }: Shown) => {
  const { curve, sliders, results } = exercise;
  const over = sliders.find(({ id }) => id === curve?.over);
  const xs = useMemo(() => (over ? samples(over.from, over.to, curvePoints) : []), [over]);
  if (!curve || !over) return null;
  const lines = curve.results.flatMap((id) => {
    const result = results.find((one) => one.id === id);
    if (!result) return [];
    const value = (x: number) => simulation.resultsAt({ ...at, [over.id]: x })[id] ?? Number.NaN;
    return [{ id, title: result.title, unit: result.unit, at: value }];
  });
  return (
    <Curve
      title={curve.title}
      axis={{ title: over.title, unit: over.unit }}
      xs={xs}
      lines={lines}
      now={at[over.id] ?? over.start}
    />
  );
};

const Goals = ({ exercise, simulation, at }: Shown) => {
  const held = simulation.goalsAt(at);
  return exercise.goals.length === 0 ? null : (
    <ul className="slider-goals">
      {exercise.goals.map(({ formula, says }, place) => (
        <li key={formula} data-holds={held[place]}>
          <span aria-hidden="true">{held[place] ? "✓" : "○"} </span>
          <span className="hidden-visually">{held[place] ? "Holds: " : "Does not hold yet: "}</span>
          <RichText text={says} />
        </li>
      ))}
    </ul>
  );
};

/** Sliders, what follows from them, and the curve over one of them: it all computes here. */
export const SliderBody = (props: BodyProps<"slider">) => {
  const { exercise, draft, reasonFor } = props;
  const simulation = useMemo(() => simulate(exercise), [exercise]);
  const why = reasonFor("why");
  const shown = { exercise, simulation, at: draft.at };
  return (
    <div className="slider">
      <Controls {...props} />
      <Results {...shown} />
      <Goals {...shown} />
      <SlideCurve {...shown} />
      {why ? (
        <p className="slider-why">
          <RichText text={why.why} />
        </p>
      ) : null}
    </div>
  );
};
