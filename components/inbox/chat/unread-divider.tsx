import { plural } from "@/domain/measures";

/** Where what is new to the team begins, as of the opening of the chat. */
export function UnreadDivider({ count }: { count: number }) {
  const words = plural(count, "new message", "new messages");
  const rule = <span className="bg-accent h-px flex-1 opacity-40" />;
  return (
    <div
      data-divider
      role="separator"
      aria-label={words}
      className="text-meta text-accent mt-4 mb-1 flex items-center gap-3 font-medium"
    >
      {rule}
      <span>{words}</span>
      {rule}
    </div>
  );
}
