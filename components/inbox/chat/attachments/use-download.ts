"use client";

import { useState, type MouseEvent } from "react";
import { fetchFile } from "@/components/ui/fetch-file";
import { ProblemError } from "@/components/ui/problem-error";
import { askedAgain, downloadAddress } from "@/domain/attachment-address";
import { attachmentTitle } from "@/domain/attachment-words";
import { nameInDisposition } from "@/domain/file-names";
import type { Attachment } from "@/domain/inbox";

/** The browser still reads the address for a moment after the click. */
const addressLivesMs = 60_000;

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, addressLivesMs);
}

/**
 * Fetches the file before it hands it to the browser: a refusal then has its reason in the page, where a plain link would save an error
 * under the file's name. A click with a modifier stays the plain link.
 */
export function useDownload(attachment: Attachment) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [failures, setFailures] = useState(0);
  const href = downloadAddress(attachment.url);

  const download = async (timesAgain: number) => {
    setIsBusy(true);
    setProblem(null);
    try {
      const { file, headers } = await fetchFile(askedAgain(href, timesAgain));
      save(file, nameInDisposition(headers.get("content-disposition")) ?? attachmentTitle(attachment));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
      setFailures(failures + 1);
    } finally {
      setIsBusy(false);
    }
  };
  const start = () => {
    if (!isBusy) void download(failures);
  };
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    start();
  };
  return { href, isBusy, problem, start, onClick };
}
