/** Headers for every answer; pages get their Content-Security-Policy, with a fresh nonce, from proxy.ts. */
const everywhere = [
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" }, // browsers heed it on https alone
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

/** Of what is no page: not even a file that somebody opens by its address may run anything. These win over what a route says. */
const nothingToRun = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  skipTrailingSlashRedirect: true, // the vendor takes a redirect for a failure
  typedRoutes: true,
  typescript: { ignoreBuildErrors: true }, // `npm run check` reads the types, of the tests too; a start need not wait for that
  images: { unoptimized: true },
  turbopack: { resolveAlias: { "use-sync-external-store/shim": "react" } }, // swr's bridge to React 17
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "pg", "pino", "next-auth"],
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: everywhere },
      { source: "/api/:path*", headers: [{ key: "Content-Security-Policy", value: nothingToRun }] },
    ]),
};
