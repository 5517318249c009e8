"use client";

import { Check, Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Popover } from "@/components/ui/popover";

const themes = [
  { key: "light", label: "Light", Icon: Sun },
  { key: "dark", label: "Dark", Icon: Moon },
  { key: "system", label: "System", Icon: Monitor },
] as const;

type Theme = (typeof themes)[number]["key"];

const storageKey = "theme";
const changed = new EventTarget();
const prefersDark = () => window.matchMedia("(prefers-color-scheme: dark)").matches;

function kept(): Theme {
  const value = window.localStorage.getItem(storageKey);
  return value === "light" || value === "dark" ? value : "system";
}

function show(theme: Theme): void {
  document.documentElement.classList.toggle("dark", theme === "dark" || (theme === "system" && prefersDark()));
}

function choose(theme: Theme): void {
  if (theme === "system") window.localStorage.removeItem(storageKey);
  else window.localStorage.setItem(storageKey, theme);
  show(theme);
  changed.dispatchEvent(new Event("change"));
}

function subscribe(onChange: () => void): () => void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    show(kept());
    onChange();
  };
  changed.addEventListener("change", onChange);
  system.addEventListener("change", follow);
  window.addEventListener("storage", follow);
  return () => {
    changed.removeEventListener("change", onChange);
    system.removeEventListener("change", follow);
    window.removeEventListener("storage", follow);
  };
}

/** Light, dark, or as the system says. The script in the page's head shows the same before the first paint. */
export function ThemeMenu() {
  const theme = useSyncExternalStore<Theme>(subscribe, kept, () => "system");
  const { Icon } = themes.find(({ key }) => key === theme) ?? themes[2];
  return (
    <Popover
      label="Theme"
      edge="beside"
      className="w-40"
      trigger={(attributes) => (
        <button
          type="button"
          aria-label="Theme"
          data-tip="Theme"
          className="tip tip-side rounded-control text-muted hover:bg-raised hover:text-fg touch:size-11 flex size-9 items-center justify-center transition-colors"
          {...attributes}
        >
          <Icon size={20} aria-hidden />
        </button>
      )}
    >
      {themes.map(({ key, label, Icon: Sign }) => (
        <button
          key={key}
          type="button"
          aria-pressed={key === theme}
          onClick={() => {
            choose(key);
          }}
          className="rounded-control hover:bg-raised touch:min-h-11 flex min-h-8 w-full items-center gap-2 px-2 py-1 text-start outline-offset-[-2px]"
        >
          <Sign size={16} aria-hidden className="text-muted" />
          <span className="flex-1">{label}</span>
          <Check size={16} aria-hidden className={key === theme ? "text-accent" : "invisible"} />
        </button>
      ))}
    </Popover>
  );
}
