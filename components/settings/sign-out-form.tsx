import { Button } from "@/components/ui/button";

export function SignOutForm({ csrfToken }: { csrfToken: string }) {
  return (
    <form method="post" action="/api/auth/signout">
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <Button type="submit">Sign out</Button>
    </form>
  );
}
