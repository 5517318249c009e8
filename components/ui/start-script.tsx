/** Runs before the first paint: the theme, so that nothing flashes, and the reader's zone, so that the server writes their times. */
const code = `
try {
  var theme = localStorage.getItem("theme");
  var isDark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", isDark);
  var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.cookie = "zone=" + encodeURIComponent(zone) + "; path=/; max-age=31536000; samesite=lax";
} catch (error) {
  console.warn("The theme could not be read", error.name);
}`;

export function StartScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {code}
    </script>
  );
}
