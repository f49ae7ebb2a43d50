import { addLayer } from "./platform.ts";
import type { BuildArguments } from "./service.ts";

export const buildImage = ({ VERSION }: BuildArguments) => {
  addLayer("FROM node:24-slim");
  addLayer("COPY app.js /app/", { "/app/app.js": "…" });
  addLayer(`LABEL version=${VERSION}`);
  addLayer('CMD ["node", "/app/app.js"]');
};
