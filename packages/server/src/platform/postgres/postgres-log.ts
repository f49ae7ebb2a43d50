/** Where the database says what it does; a pino logger fits. */
export type PostgresLog = {
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
};
