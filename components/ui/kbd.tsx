/** A key as it is printed on the keyboard. The sign for Shift is read out as a word. */
export function Kbd({ shown }: { shown: string }) {
  const isShifted = shown.length > 1 && shown.startsWith("⇧");
  return (
    <kbd className="border-border bg-surface text-meta text-muted rounded-joint inline-flex min-h-5 min-w-5 items-center justify-center border border-b-2 px-1 font-sans font-medium">
      {isShifted ? (
        <>
          <span aria-hidden>⇧</span>
          <span className="sr-only">Shift </span>
          {shown.slice(1)}
        </>
      ) : (
        shown
      )}
    </kbd>
  );
}
