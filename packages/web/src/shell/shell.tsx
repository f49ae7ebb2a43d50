import { Outlet, useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { navigationFor } from "./navigation.ts";
import { useSession } from "./session.tsx";
import { Sidebar } from "./sidebar.tsx";
import { signOut } from "./sign-out.ts";
import { Strips } from "./strips.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

const loadPalette = () => import("./palette.tsx");
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const ShortcutsHelp = lazy(async () => ({
  default: (await import("./shortcuts-help.tsx")).ShortcutsHelp,
}));

const quietMs = 1000;

/** Once the page itself is there: letters typed right after the shortcut would fall into a field still loading. */
const usePaletteAhead = (): void => {
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), quietMs);
    return () => clearTimeout(timer);
  }, []);
};

/** The frame around every page of somebody who is signed in. */
export const Shell = () => {
  const { can } = useSession();
  const router = useRouter();
  const [over, setOver] = useState<"palette" | "help" | null>(null);
  usePaletteAhead();
  useShortcuts((shortcut) => {
    if (shortcut.kind !== "go") {
      setOver(shortcut.kind);
      return;
    }
    const item = navigationFor(can).find(({ key }) => key === shortcut.key);
    if (item && over === null) void router.navigate({ to: item.to });
  });
  return (
    <>
      <Strips />
      <div className="layout">
        <Sidebar onPalette={() => setOver("palette")} onSignOut={signOut} />
        <main id="main" className="layout-main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Suspense>
        {over === "palette" ? (
          <Palette
            onClose={() => setOver(null)}
            onHelp={() => setOver("help")}
            onSignOut={signOut}
          />
        ) : null}
        {over === "help" ? <ShortcutsHelp onClose={() => setOver(null)} /> : null}
      </Suspense>
    </>
  );
};
