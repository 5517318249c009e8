/** The theme of this browser, where its choice is kept: `system` follows the system. */
export type Theme = "light" | "dark" | "system";

/** `--surface` of each theme, as the browser paints its own bars around the page. */
export const barColours = { light: "#ffffff", dark: "#131518" };

const storageKey = "theme";
const changed = new EventTarget();
const prefersDark = () => window.matchMedia("(prefers-color-scheme: dark)").matches;

export function keptTheme(): Theme {
  const value = window.localStorage.getItem(storageKey);
  return value === "light" || value === "dark" ? value : "system";
}

/** What the script in the page's head does before the first paint, once more. */
export function showTheme(theme: Theme): void {
  const isDark = theme === "dark" || (theme === "system" && prefersDark());
  document.documentElement.classList.toggle("dark", isDark);
  const bar = document.querySelector<HTMLMetaElement>('meta[name="theme-color"]');
  if (bar) bar.content = isDark ? barColours.dark : barColours.light;
}

export function chooseTheme(theme: Theme): void {
  if (theme === "system") window.localStorage.removeItem(storageKey);
  else window.localStorage.setItem(storageKey, theme);
  showTheme(theme);
  changed.dispatchEvent(new Event("change"));
}

/** Hears of a choice here or in another tab, and of the system's own change, which it shows. */
export function subscribeToTheme(onChange: () => void): () => void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    showTheme(keptTheme());
    onChange();
  };
  showTheme(keptTheme()); // the system may have changed since the first paint
  changed.addEventListener("change", onChange);
  system.addEventListener("change", follow);
  window.addEventListener("storage", follow);
  return () => {
    changed.removeEventListener("change", onChange);
    system.removeEventListener("change", follow);
    window.removeEventListener("storage", follow);
  };
}
