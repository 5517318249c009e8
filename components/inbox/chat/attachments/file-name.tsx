import { splitFileName } from "@/domain/file-names";

/** On one line; where there is no room its middle gives way and the ending stays. */
export function FileName({ name }: { name: string }) {
  const { start, end } = splitFileName(name);
  return (
    <bdi title={name} className="text-preview flex min-w-0 font-medium">
      <span className="min-w-0 truncate whitespace-pre">{start}</span>
      <span className="flex-none whitespace-pre">{end}</span>
    </bdi>
  );
}
