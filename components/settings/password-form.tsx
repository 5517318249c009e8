"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { sendJson } from "@/components/ui/fetch-json";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { useSubmission } from "@/components/ui/use-submission";

/** Changes one's own password; every other session of this user ends. */
export function PasswordForm() {
  const [doneCount, setDoneCount] = useState(0);
  const { isUnderWay, message, problemOf, onSubmit } = useSubmission(async (fields) => {
    await sendJson("POST", "/api/password", fields);
    setDoneCount((count) => count + 1);
  });
  return (
    <form key={doneCount} onSubmit={onSubmit} className="flex max-w-[400px] flex-col gap-4">
      {message === null ? null : <Notice look="problem">{message}</Notice>}
      {doneCount > 0 && !isUnderWay ? (
        <Notice look="success">Your password is changed. Other sessions have ended.</Notice>
      ) : null}
      <PasswordField
        label="Current password"
        name="currentPassword"
        autoComplete="current-password"
        problem={problemOf("currentPassword")}
      />
      <PasswordField
        label="New password"
        name="newPassword"
        autoComplete="new-password"
        hint="At least 12 characters."
        problem={problemOf("newPassword")}
      />
      <div>
        <Button type="submit" look="primary" disabled={isUnderWay}>
          Change password
        </Button>
      </div>
    </form>
  );
}
