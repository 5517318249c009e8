"use client";

import { Button } from "@/components/ui/button";
import { sendJson } from "@/components/ui/fetch-json";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { useSubmission } from "@/components/ui/use-submission";

/** Makes the first user, who is then signed in and shown where the webhook goes. */
export function SetupForm({ token }: { token: string }) {
  const { isUnderWay, message, problemOf, onSubmit } = useSubmission(async (fields) => {
    await sendJson("POST", "/api/setup", { ...fields, token });
    window.location.assign(new URL("/settings/webhook", window.location.origin));
  });
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      <p className="text-preview text-muted">
        You are the first here, so you become the owner. Others can be added later.
      </p>
      {message === null ? null : <Notice look="problem">{message}</Notice>}
      <Field
        label="Your name"
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        autoFocus
        problem={problemOf("name")}
      />
      <Field label="E-mail" name="email" type="email" autoComplete="username" required problem={problemOf("email")} />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        hint="At least 12 characters."
        problem={problemOf("password")}
      />
      <Button type="submit" look="primary" disabled={isUnderWay} className="mt-1 min-h-10">
        Create your user
      </Button>
      <noscript>
        <p className="text-preview text-muted">
          This page needs JavaScript. Without it: <code>npm run user -- add you@example.com</code>
        </p>
      </noscript>
    </form>
  );
}
