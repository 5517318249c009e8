import { TimeText } from "@/components/ui/time-text";

/** The day under which one reads. It stays in view, and leads to other days; the chat's header does so for the keyboard. */
export function DayLabel({ at, onClick }: { at: string; onClick: () => void }) {
  return (
    <h3 className="pointer-events-none sticky top-2 z-10 mt-4 flex justify-center first:mt-0">
      <button
        type="button"
        tabIndex={-1}
        title="Go to a date"
        aria-haspopup="dialog"
        onClick={onClick}
        className="touch:min-h-11 group pointer-events-auto flex items-center"
      >
        <TimeText
          at={at}
          as="day"
          className="border-border bg-surface text-meta text-muted group-hover:text-fg rounded-full border px-2.5 py-0.5 font-medium transition-colors"
        />
      </button>
    </h3>
  );
}
