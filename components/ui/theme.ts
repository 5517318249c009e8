/** The theme of this browser, where its choice is kept: `system` follows the system. What shows it is the script in the page's head. */
export type Theme = "light" | "dark" | "system";

/** `--surface` of each theme, as the browser paints its own bars around the page. */
export const barColours = { light: "#ffffff", dark: "#131518" };

/** Said on the window when another theme was chosen on this page. */
export const themeChosen = "themechosen";

const storageKey = "theme";

export function keptTheme(): Theme {
  const value = window.localStorage.getItem(storageKey);
  return value === "light" || value === "dark" ? value : "system";
}

export function chooseTheme(theme: Theme): void {
  if (theme === "system") window.localStorage.removeItem(storageKey);
  else window.localStorage.setItem(storageKey, theme);
  window.dispatchEvent(new Event(themeChosen));
}

/** Hears of a choice here or in another tab. */
export function subscribeToTheme(onChange: () => void): () => void {
  window.addEventListener(themeChosen, onChange);
  window.addEventListener("storage", onChange);
  return () => {
    window.removeEventListener(themeChosen, onChange);
    window.removeEventListener("storage", onChange);
  };
}
