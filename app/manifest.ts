import type { MetadataRoute } from "next";
import { barColours } from "@/components/ui/theme";

/** What an installed Postroom is. The colours of its bars follow the theme once a page is there (the theme-color of app/layout.tsx). */
export default function manifest(): MetadataRoute.Manifest {
  const icon = { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" };
  return {
    name: "Postroom",
    short_name: "Postroom",
    description: "Every message on one desk.",
    lang: "en",
    dir: "ltr",
    id: "/inbox",
    start_url: "/inbox",
    scope: "/",
    display: "standalone",
    background_color: barColours.light,
    theme_color: barColours.light,
    categories: ["business", "productivity", "social"],
    icons: [
      { ...icon, purpose: "any" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      {
        name: "Waiting",
        description: "Chats in which somebody waits for us",
        url: "/inbox?view=waiting",
        icons: [icon],
      },
      { name: "Unread", description: "Chats with something unread", url: "/inbox?unread=true", icons: [icon] },
    ],
  };
}
