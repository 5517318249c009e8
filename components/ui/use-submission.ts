"use client";

import { useState, type SubmitEvent } from "react";
import { ProblemError } from "@/components/ui/problem-error";

type Submission = {
  isUnderWay: boolean;
  /** the sentence for the whole form; null when each problem belongs to a field */
  message: string | null;
  problemOf: (field: string) => string | undefined;
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
};

function messageOf({ title, more }: ProblemError): string | null {
  if (more.problems.length > 0) return null;
  return [title.replace(/\.$/, ""), more.detail ?? ""].filter((part) => part !== "").join(". ");
}

/** Sends a form as JSON and holds what was wrong with it. `send` gets the fields by name. */
export function useSubmission(send: (fields: Record<string, string>) => Promise<void>): Submission {
  const [isUnderWay, setIsUnderWay] = useState(false);
  const [failure, setFailure] = useState<ProblemError | null>(null);
  const submit = async (form: HTMLFormElement) => {
    const fields = Object.fromEntries(
      Array.from(new FormData(form), ([name, value]) => [name, typeof value === "string" ? value : ""]),
    );
    setIsUnderWay(true);
    setFailure(null);
    try {
      await send(fields);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setFailure(error);
    } finally {
      setIsUnderWay(false);
    }
  };
  return {
    isUnderWay,
    message: failure && messageOf(failure),
    problemOf: (field) => failure?.more.problems.find(({ path }) => path === field)?.message,
    onSubmit: (event) => {
      event.preventDefault();
      void submit(event.currentTarget);
    },
  };
}
