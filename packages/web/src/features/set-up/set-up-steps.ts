export const setUpSteps = ["organisation", "people", "policy", "done"] as const;
export type SetUpStep = (typeof setUpSteps)[number];

export type SetUpState = {
  /** The organisation has a name and the person who sets it up an address. */
  readonly isNamed: boolean;
  readonly hasPolicy: boolean;
  readonly isSetUp: boolean;
};

const isStep = (value: string | undefined): value is SetUpStep =>
  setUpSteps.some((step) => step === value);

/** The step in the address; without one, where the set-up was left. Nothing comes before the name. */
export const stepOf = (asked: string | undefined, state: SetUpState): SetUpStep => {
  if (!state.isNamed) return "organisation";
  if (isStep(asked)) return asked;
  if (state.isSetUp) return "done";
  return state.hasPolicy ? "done" : "people";
};

export const stepAfter = (step: SetUpStep): SetUpStep =>
  setUpSteps[Math.min(setUpSteps.indexOf(step) + 1, setUpSteps.length - 1)] ?? "done";
