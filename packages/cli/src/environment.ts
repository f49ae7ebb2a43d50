/** The one place where the command line looks at the environment. */
export type Environment = {
  readonly serverUrl: string | null;
  readonly token: string | null;
  readonly colour: boolean;
};

type Variables = Readonly<Record<string, string | undefined>>;

/** Empty counts as not set, as everywhere in Checkride. See https://no-color.org for the last. */
export const environmentOf = (variables: Variables): Environment => {
  const { CHECKRIDE_URL, CHECKRIDE_TOKEN, NO_COLOR, TERM } = variables;
  return {
    serverUrl: CHECKRIDE_URL || null,
    token: CHECKRIDE_TOKEN || null,
    colour: !NO_COLOR && TERM !== "dumb",
  };
};

export const readEnvironment = (): Environment => environmentOf(process.env);
