"use client";

import { SunMoon } from "lucide-react";
import { lazy, useSyncExternalStore } from "react";
import { RailMenu } from "@/components/shell/rail-menu";
import { keptTheme, subscribeToTheme, type Theme } from "@/components/ui/theme";

const ThemeChoices = lazy(async () => ({
  default: (await import("@/components/shell/theme-choices")).ThemeChoices,
}));

/** Light, dark, or as the system says. The script in the page's head shows the same before the first paint. */
export function ThemeMenu() {
  const theme = useSyncExternalStore<Theme>(subscribeToTheme, keptTheme, () => "system");
  return (
    <RailMenu
      label="Theme"
      name="Theme"
      tip="Theme"
      className="w-40"
      look="hover:bg-raised"
      sign={<SunMoon size={20} aria-hidden />}
    >
      <ThemeChoices theme={theme} />
    </RailMenu>
  );
}
