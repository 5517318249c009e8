import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";

type Props = {
  csrfToken: string;
  callbackUrl: string;
  message: string | null;
  /** more ways to sign in, when they are set up */
  ways: readonly { id: string; name: string }[];
};

function Hidden({ csrfToken, callbackUrl }: Pick<Props, "csrfToken" | "callbackUrl">) {
  return (
    <>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
    </>
  );
}

/** Plain forms: they work without JavaScript. */
export function SignInForm({ csrfToken, callbackUrl, message, ways }: Props) {
  return (
    <div className="flex flex-col gap-4">
      {message === null ? null : <Notice look="problem">{message}</Notice>}
      <form method="post" action="/api/auth/callback/credentials" className="flex flex-col gap-4">
        <Hidden csrfToken={csrfToken} callbackUrl={callbackUrl} />
        <Field label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
        <PasswordField label="Password" name="password" autoComplete="current-password" />
        <Button type="submit" look="primary" className="mt-1 min-h-10">
          Sign in
        </Button>
      </form>
      {ways.length === 0 ? null : (
        <div className="border-border flex flex-col gap-2 border-t pt-4">
          {ways.map(({ id, name }) => (
            <form key={id} method="post" action={`/api/auth/signin/${id}`}>
              <Hidden csrfToken={csrfToken} callbackUrl={callbackUrl} />
              <Button type="submit" className="min-h-10 w-full">
                Sign in with {name}
              </Button>
            </form>
          ))}
        </div>
      )}
    </div>
  );
}
