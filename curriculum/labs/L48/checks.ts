import type { AnsweredLab, Answers } from "@checkride/range/kit/answered-lab";
import { threatWords } from "@checkride/range/kit/threat-words";
import {
  areSaid,
  externalInputs,
  highRanked,
  isPlanned,
  isThreatened,
  isWholeInZones,
  isWholeSystem,
  mitigationsOf,
  type OwnModel,
  wordsIn,
} from "./own-rules.ts";
import { changesAhead, type Template, templates } from "./templates.ts";

export type Task = { readonly template: Template; readonly ahead: string };

/** Checks of a model that is not there do not hold. */
const ofModel = (holds: (model: OwnModel) => boolean) => {
  return (_: Task, answers: Answers): boolean => {
    const model = answers.modelled("model");
    const system = model?.system ?? null;
    return model !== null && system !== null && holds({ ...model, system });
  };
};

export const lab: AnsweredLab<Task> = {
  draw: (draw) => ({ template: draw.pick(templates), ahead: draw.pick(changesAhead) }),
  asks: ({ template, ahead }) => [
    {
      kind: "write",
      id: "about",
      ask: "Your system: its name, what it does, and at worst it … In three sentences.",
      start: "",
    },
    {
      kind: "threat-model",
      id: "model",
      ask: `The inventory knows it as “${template.entry}”, with parts that have no names yet. Make it yours: name, add, remove.`,
      system: template.system,
      places: [],
      isOwn: true,
      words: threatWords,
      threatsMax: 20,
    },
    {
      kind: "write",
      id: "ahead",
      ask: `Next quarter ${ahead}. Which threat comes with it or moves up, and why?`,
      start: "",
    },
    {
      kind: "write",
      id: "limits",
      ask: "What did you not look at, and what did you take for granted?",
      start: "",
    },
  ],
  checks: [
    {
      id: "system-own",
      half: "works",
      says: "The system is yours: five components and five flows or more, each with a name, none alone.",
      why: "Whoever reads it later has only this. A part without a flow is not part of it; a question mark is no name.",
      holds: ofModel(({ system }) => isWholeSystem(system)),
    },
    {
      id: "zones-whole",
      half: "works",
      says: "Each component is in a zone; what others run is outside, and a model is moved by what it reads.",
      why: "A model of ours is still moved by texts of others. Where it runs does not change that.",
      holds: ofModel(isWholeInZones),
    },
    {
      id: "framed",
      half: "works",
      says: "It is said what the system does, what it does at worst, and what was not looked at.",
      why: "The honest list of what you did not look at is part of the result.",
      holds: (_, answers) =>
        wordsIn(answers.written("about")) >= 15 && wordsIn(answers.written("limits")) >= 8,
    },
    {
      id: "inputs-threatened",
      half: "attacks",
      says: "Every flow from somebody outside has a threat, on it or where it arrives.",
      why: "Text from outside is where it begins. If nothing can happen on a flow, ask again who writes there.",
      holds: ofModel(
        ({ system, threats }) =>
          externalInputs(system).length > 0 &&
          externalInputs(system).every((flow) => isThreatened(flow, threats)),
      ),
    },
    {
      id: "threats-said",
      half: "attacks",
      says: "There are five threats or more, each a whole sentence of its own.",
      why: "Who, by which way in, makes which part do what, to whose harm: otherwise an engineer cannot begin.",
      holds: ofModel(areSaid),
    },
    {
      id: "high-planned",
      half: "attacks",
      says: "Against each of the first three something is planned: at a component, testable, with an owner and a day.",
      why: "High means that somebody begins this week. Training and a clearer prompt may stay beside it.",
      holds: ofModel((model) =>
        highRanked(model).every((threat) => mitigationsOf(model, threat).some(isPlanned)),
      ),
    },
    {
      id: "holds-without-model",
      half: "attacks",
      says: "For each of the first three, something holds that is not in a model.",
      why: "“And if the guard is fooled?” is the first question of every reviewer.",
      holds: ofModel((model) =>
        highRanked(model).every((threat) =>
          mitigationsOf(model, threat).some(({ where }) => where.shape !== "model"),
        ),
      ),
    },
    {
      id: "looked-ahead",
      half: "attacks",
      says: "It is said what the coming change does to the list.",
      why: "Look again when text or power moves; a calendar alone is too slow.",
      holds: (_, answers) => wordsIn(answers.written("ahead")) >= 15,
    },
  ],
  review: () =>
    new Map([
      [
        "model",
        "A reviewer asks five things: where does each text come from, what holds if a model is fooled, whose task is it, how would we see that it works, and what is not covered.",
      ],
    ]),
};
