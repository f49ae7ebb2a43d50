/** An address outside of the API that anybody may fetch, such as a key or a signed list. */
export type PublicPage = {
  /** `/status/:list` */
  readonly path: string;
  /** Null: nothing for machines here; a browser gets the page that shows all screens. */
  readonly answer: (
    request: Request,
    params: Readonly<Record<string, string>>,
  ) => Promise<Response | null>;
};

/** Verifiers run in browsers too, under other origins; what is here is for everybody. */
export const forEverybody = (response: Response): Response => {
  response.headers.set("access-control-allow-origin", "*");
  return response;
};
