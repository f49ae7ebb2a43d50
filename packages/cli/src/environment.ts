import { homedir } from "node:os";
import { join } from "node:path";

/** The one place where the command line looks at the environment. */
export type Environment = {
  readonly serverUrl: string | null;
  readonly token: string | null;
  readonly colour: boolean;
  /** For what may be lost: answers and keys kept for the time when no server answers. */
  readonly cacheFolder: string;
  readonly configFolder: string;
  /** What a pipeline's forge has signed about it. */
  readonly idToken: string | null;
  /** Where GitHub Actions gives such a token to a job that may have one. */
  readonly idTokenFrom: { readonly url: string; readonly token: string } | null;
};

type Variables = Readonly<Record<string, string | undefined>>;

const folderOf = (named: string | undefined, usual: string): string =>
  join(named || join(homedir(), usual), "checkride");

/** Empty counts as not set, as everywhere in Checkride. See https://no-color.org for the last. */
export const environmentOf = (variables: Variables): Environment => {
  const { CHECKRIDE_URL, CHECKRIDE_TOKEN, NO_COLOR, TERM } = variables;
  const { CHECKRIDE_ID_TOKEN, XDG_CACHE_HOME, XDG_CONFIG_HOME } = variables;
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = variables;
  return {
    serverUrl: CHECKRIDE_URL || null,
    token: CHECKRIDE_TOKEN || null,
    colour: !NO_COLOR && TERM !== "dumb",
    cacheFolder: folderOf(XDG_CACHE_HOME, ".cache"),
    configFolder: folderOf(XDG_CONFIG_HOME, ".config"),
    idToken: CHECKRIDE_ID_TOKEN || null,
    idTokenFrom: url && token ? { url, token } : null,
  };
};

export const readEnvironment = (): Environment => environmentOf(process.env);
