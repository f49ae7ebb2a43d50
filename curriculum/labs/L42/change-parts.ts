/** Names that make each variant its own. */
export type Details = {
  /** What the application is about: `ticket`. */
  readonly thing: string;
  /** The same with a capital letter. */
  readonly Thing: string;
  readonly host: string;
  readonly seconds: number;
};

/** A place that can be weak. Both forms do the same for honest use and look alike. */
export type Slot = {
  readonly id: string;
  readonly sound: string;
  readonly weak: string;
  /** What the weak form may rightly be called. */
  readonly problems: readonly string[];
  /** Said afterwards. */
  readonly attack: string;
};

/** Looks odd and is fine. */
export type Odd = { readonly odd: string; readonly text: string; readonly fine: string };

export type Part = string | Slot | Odd;

export type ChangeTemplate = {
  readonly title: string;
  readonly says: string;
  readonly files: readonly {
    readonly path: string;
    readonly language: string;
    readonly parts: readonly Part[];
  }[];
};
