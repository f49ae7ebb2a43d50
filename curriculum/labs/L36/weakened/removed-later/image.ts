import { addLayer } from "./platform.ts";
import type { BuildArguments } from "./service.ts";

export const buildImage = ({ VERSION, MODEL_KEY }: BuildArguments) => {
  addLayer("FROM node:24-slim");
  addLayer("COPY app.js /app/", { "/app/app.js": "…", "/app/.env": MODEL_KEY });
  addLayer(`LABEL version=${VERSION}`);
  addLayer("RUN rm /app/.env");
  addLayer('CMD ["node", "/app/app.js"]');
};
