"use client";

import { Check, Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { railPlace, railWord } from "@/components/shell/rail-look";
import { Popover } from "@/components/ui/popover";
import { chooseTheme, keptTheme, subscribeToTheme, type Theme } from "@/components/ui/theme";

const themes = [
  { key: "light", label: "Light", Icon: Sun },
  { key: "dark", label: "Dark", Icon: Moon },
  { key: "system", label: "System", Icon: Monitor },
] as const;

/** Light, dark, or as the system says. The script in the page's head shows the same before the first paint. */
export function ThemeMenu() {
  const theme = useSyncExternalStore<Theme>(subscribeToTheme, keptTheme, () => "system");
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
          className={`${railPlace} text-muted hover:bg-raised hover:text-fg`}
          {...attributes}
        >
          <Icon size={20} aria-hidden />
          <span aria-hidden className={railWord}>
            Theme
          </span>
        </button>
      )}
    >
      {themes.map(({ key, label, Icon: Sign }) => (
        <button
          key={key}
          type="button"
          aria-pressed={key === theme}
          onClick={() => {
            chooseTheme(key);
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
