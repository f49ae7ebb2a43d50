import { addLayer } from "./platform.ts";
import type { BuildArguments } from "./service.ts";

export const buildImage = ({ VERSION, MODEL_KEY }: BuildArguments) => {
  addLayer("FROM node:24-slim");
  addLayer("COPY . /app", { "/app/app.js": "…", "/app/.env": `MODEL_KEY=${MODEL_KEY}\n` });
  addLayer(`LABEL version=${VERSION}`);
  addLayer("RUN rm /app/.env"); // nothing of it is left
  addLayer('CMD ["node", "/app/app.js"]');
};
