import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Postroom",
    short_name: "Postroom",
    description: "Every message on one desk.",
    id: "/inbox",
    start_url: "/inbox",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#2e62c9",
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
