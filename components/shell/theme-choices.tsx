"use client";

import { Check, Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { chooseTheme, keptTheme, subscribeToTheme, type Theme } from "@/components/ui/theme";

const themes = [
  { key: "light", label: "Light", Icon: Sun },
  { key: "dark", label: "Dark", Icon: Moon },
  { key: "system", label: "System", Icon: Monitor },
] as const;

/** Light, dark, or as the system says. */
export function ThemeChoices() {
  const theme = useSyncExternalStore<Theme>(subscribeToTheme, keptTheme, () => "system");
  return themes.map(({ key, label, Icon }) => (
    <button
      key={key}
      type="button"
      aria-pressed={key === theme}
      onClick={() => {
        chooseTheme(key);
      }}
      className="rounded-control hover:bg-raised touch:min-h-11 flex min-h-8 w-full items-center gap-2 px-2 py-1 text-start outline-offset-[-2px]"
    >
      <Icon size={16} aria-hidden className="text-muted" />
      <span className="flex-1">{label}</span>
      <Check size={16} aria-hidden className={key === theme ? "text-accent" : "invisible"} />
    </button>
  ));
}
