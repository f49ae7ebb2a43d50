import "@fontsource-variable/geist";
import "@fontsource-variable/geist-mono";
import "./design/tokens.css";
import "./design/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { watchForLinks } from "./shell/link-token.ts";
import { queryClient } from "./shell/query.ts";
import { router } from "./shell/router.tsx";

watchForLinks();

const app = document.getElementById("app");
if (app === null) throw new Error("index.html has no element with the id app");

createRoot(app).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
