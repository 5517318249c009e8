/** What a page may load and run: our own scripts by a nonce, and nothing from elsewhere. */
import { env } from "./env";

export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const directives = {
    "default-src": "'self'",
    // React needs eval in development to rebuild stacks of the server
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "media-src": "'self' blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "frame-src": "'none'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": ["'self'", ...originsToSignInAt()].join(" "),
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

/** The sign-in form is redirected to them, and browsers count that as the form's action. */
function originsToSignInAt(): string[] {
  const { AUTH_GOOGLE_ID, AUTH_GITHUB_ID, OIDC_ISSUER } = env();
  return [
    ...(AUTH_GOOGLE_ID ? ["https://accounts.google.com"] : []),
    ...(AUTH_GITHUB_ID ? ["https://github.com"] : []),
    ...(OIDC_ISSUER ? [new URL(OIDC_ISSUER).origin] : []),
  ];
}
