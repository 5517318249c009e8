/** For a browser that opened no tab by itself. */
export function SignInLink({ href }: { href: string | null }) {
  if (href === null) return null;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className="text-accent touch:min-h-11 inline-flex min-h-6 items-center font-medium underline-offset-4 hover:underline"
    >
      Open postpress’s sign-in page
    </a>
  );
}
