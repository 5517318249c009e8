import type { Failed } from "@/components/inbox/chat/attachments/use-source";
import { attachmentNoun } from "@/domain/attachment-words";
import type { Attachment } from "@/domain/inbox";
import { sentence } from "@/domain/file-measures";

const shouted = /^[A-Z]{2}/;

/** The reason in a sentence or two. */
export function failureWords(attachment: Attachment, { problem, isUnreadable }: Omit<Failed, "state">): string {
  const noun = attachmentNoun(attachment);
  const what = `This ${shouted.test(noun) ? noun : noun.toLowerCase()}`;
  if (isUnreadable) return `${what} cannot be shown here.`;
  if (problem === null) return `${what} could not be loaded.`;
  const { detail } = problem.more;
  return detail === null ? sentence(problem.title) : `${sentence(problem.title)} ${sentence(detail)}`;
}
