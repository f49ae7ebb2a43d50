import { addLayer } from "./platform.ts";
import type { BuildArguments } from "./service.ts";

export const buildImage = (given: BuildArguments) => {
  addLayer(`COPY /app/app.js for ${given.VERSION}`, { "/app/app.js": "…", "/app/version": given.VERSION });
};
