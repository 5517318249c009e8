"use client";

import { SunMoon } from "lucide-react";
import { lazy } from "react";
import { RailMenu } from "@/components/shell/rail-menu";

const ThemeChoices = lazy(async () => ({
  default: (await import("@/components/shell/theme-choices")).ThemeChoices,
}));

export function ThemeMenu() {
  return (
    <RailMenu
      label="Theme"
      name="Theme"
      className="w-40"
      look="hover:bg-raised"
      sign={<SunMoon size={20} aria-hidden />}
    >
      <ThemeChoices />
    </RailMenu>
  );
}
