import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Kbd } from "../design/kbd.tsx";
import { Brand } from "./brand.tsx";
import { type NavItem, navigationFor } from "./navigation.ts";
import { useSession } from "./session.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import "./sidebar.css";

const Items = ({ items }: { readonly items: readonly NavItem[] }) => (
  // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list's meaning with its bullets
  <ul role="list">
    {items.map((item) => (
      <li key={item.to}>
        <Link to={item.to} activeOptions={{ exact: item.to === "/", includeSearch: false }}>
          {item.title}
        </Link>
      </li>
    ))}
  </ul>
);

type SidebarProps = {
  readonly onPalette: () => void;
  readonly onSignOut: () => void;
};

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

export const Sidebar = ({ onPalette, onSignOut }: SidebarProps) => {
  const { can, person, organisation } = useSession();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape") setOpen(false);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOpen]);
  const items = navigationFor(can);
  const programme = items.filter((item) => item.group === "programme");
  return (
    <header className="sidebar" data-open={isOpen || undefined}>
      <div className="sidebar-top">
        <Link to="/" className="sidebar-brand">
          <Brand />
        </Link>
        <button
          type="button"
          className="sidebar-menu"
          aria-expanded={isOpen}
          aria-controls="menu"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "Close" : "Menu"}
        </button>
      </div>
      {/* A choice made in the sheet closes it; on wide screens this changes nothing. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click as well */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens to its links */}
      <div id="menu" className="sidebar-sheet" onClick={() => setOpen(false)}>
        <nav aria-label="Main">
          <Items items={items.filter((item) => item.group === "own")} />
          {programme.length > 0 ? (
            <>
              <h2>Programme</h2>
              <Items items={programme} />
            </>
          ) : null}
        </nav>
        <div className="sidebar-foot">
          <button type="button" className="sidebar-find" onClick={onPalette}>
            Go to or do <Kbd keys={[isApple ? "⌘K" : "Ctrl K"]} />
          </button>
          <Link to="/account" className="sidebar-person">
            <b>{person.name}</b>
            <span>{organisation.name ?? "Account"}</span>
          </Link>
          <div className="sidebar-last">
            <button type="button" className="sidebar-out" onClick={onSignOut}>
              Sign out
            </button>
          </div>
        </div>
      </div>
      <div className="sidebar-theme">
        <ThemeSwitch />
      </div>
    </header>
  );
};
