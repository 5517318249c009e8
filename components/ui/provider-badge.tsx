import { providerOf, type Mark } from "@/domain/providers";

type Props = {
  provider: string;
  sizePx: number;
  /** true where the word stands beside it */
  isDecorative?: boolean;
  /** cuts the badge out of what it lies on, in the colour of the ground */
  hasRing?: boolean;
};

const ringPx = 1.5;

/** Where the page holds the drawing of a mark; see provider-marks.tsx. */
export const markId = (mark: Mark, part: "shape" | "whole") => `mark-${mark}-${part}`;

/** The sign of a network. A network that we do not know shows its first letter. */
export function ProviderBadge({ provider, sizePx, isDecorative = false, hasRing = false }: Props) {
  const { label, mark } = providerOf(provider);
  const name = isDecorative ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <svg viewBox="0 0 24 24" width={sizePx} height={sizePx} className="badge flex-none overflow-visible" {...name}>
      {isDecorative ? null : <title>{label}</title>}
      {hasRing ? (
        <use
          href={`#${markId(mark, "shape")}`}
          fill="none"
          style={{ stroke: "var(--ground)" }}
          strokeWidth={(2 * ringPx * 24) / sizePx}
        />
      ) : null}
      <use href={`#${markId(mark, "whole")}`} />
      {mark === "other" ? (
        <text x="12" y="15.7" textAnchor="middle" fontSize="10.5" fontWeight="600" fill="#fff">
          {label.slice(0, 1)}
        </text>
      ) : null}
    </svg>
  );
}
