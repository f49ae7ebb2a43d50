/** How to reach a database, embedded (a socket folder as host) or server (a URL): what `pg` takes. */
export type ConnectionSettings =
  | { readonly connectionString: string }
  | {
      readonly host: string;
      readonly port?: number;
      readonly user: string;
      readonly password?: string;
      readonly database: string;
    };
