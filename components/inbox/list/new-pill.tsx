import { ArrowUp } from "lucide-react";

/** What waits outside a list that is in hand. */
export function NewPill({ count, onShow }: { count: number; onShow: () => void }) {
  if (count === 0) return null;
  return (
    <button
      type="button"
      onClick={onShow}
      className="bg-accent text-accent-fg shadow-float text-preview touch:min-h-11 absolute inset-x-0 top-2 z-10 mx-auto flex min-h-7 w-fit items-center gap-1.5 rounded-full ps-2.5 pe-3 font-medium"
    >
      <ArrowUp size={14} aria-hidden />
      {count > 99 ? "99+" : count} new
    </button>
  );
}
