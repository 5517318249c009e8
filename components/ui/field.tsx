import { useId, type ComponentProps, type ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "id"> & {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
  /** stands inside the box, at its end */
  end?: ReactNode;
};

/** A labelled line of input; what is wrong with it is said below and read out with it. */
export function Field({ label, hint, problem, end, className = "", ...input }: Props) {
  const id = useId();
  const isWrong = problem !== undefined;
  const described = [hint === undefined ? "" : `${id}-hint`, isWrong ? `${id}-problem` : ""].join(" ").trim();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-preview font-medium">
        {label}
      </label>
      <span
        className={`bg-surface rounded-control has-[:focus-visible]:outline-ring flex min-h-10 items-center border pe-1 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 ${isWrong ? "border-danger" : "border-border-strong"}`}
      >
        <input
          id={id}
          aria-invalid={isWrong || undefined}
          aria-describedby={described === "" ? undefined : described}
          className={`text-body touch:text-[1rem] touch:min-h-11 min-w-0 flex-1 bg-transparent px-3 py-2 outline-none ${className}`}
          {...input}
        />
        {end}
      </span>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
      {isWrong ? (
        <p id={`${id}-problem`} className="text-preview text-danger">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
