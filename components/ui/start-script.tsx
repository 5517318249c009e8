import { barColours, themeChosen } from "@/components/ui/theme";

/**
 * The theme before the first paint, so that nothing flashes, and whenever it changes: here, in another tab, or in the system. Once the page is
 * loaded the reader's zone, so that the server writes their times from the next page on. A browser's first question about dates takes it tens
 * of milliseconds, so that one waits.
 */
const code = `
try {
  var system = matchMedia("(prefers-color-scheme: dark)");
  var bar = document.createElement("meta");
  bar.name = "theme-color";
  document.head.append(bar);
  var showTheme = function () {
    var theme = localStorage.getItem("theme");
    var isDark = theme === "dark" || (theme !== "light" && system.matches);
    document.documentElement.classList.toggle("dark", isDark);
    bar.content = isDark ? "${barColours.dark}" : "${barColours.light}";
  };
  showTheme();
  system.addEventListener("change", showTheme);
  addEventListener("storage", showTheme);
  addEventListener("${themeChosen}", showTheme);
} catch (error) {
  console.warn("The theme could not be read", error.name);
}
addEventListener("load", function () {
  var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.cookie = "zone=" + encodeURIComponent(zone) + "; path=/; max-age=31536000; samesite=lax";
});`;

export function StartScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {code}
    </script>
  );
}
