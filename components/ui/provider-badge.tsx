import { ProviderGlyph } from "@/components/ui/provider-glyph";
import { providerOf, type Mark } from "@/domain/providers";

const circle = "M12 0a12 12 0 1 1 0 24 12 12 0 0 1 0-24z";

/** Shape first, glyph second, colour last: each network is told apart without seeing colour. On a grid of 24. */
const grounds: Record<Mark, { shape: string; fill: string; glyph: string }> = {
  linkedin: {
    shape: "M5 0h14a5 5 0 0 1 5 5v14a5 5 0 0 1-5 5H5a5 5 0 0 1-5-5V5a5 5 0 0 1 5-5z",
    fill: "#0A66C2",
    glyph: "#fff",
  },
  whatsapp: { shape: "M12 0a12 12 0 1 1-5.9 22.45L.6 24l1.5-5.2A12 12 0 0 1 12 0z", fill: "#0F7A3D", glyph: "#fff" },
  instagram: {
    shape: "M12 0c8.6 0 12 3.4 12 12s-3.4 12-12 12S0 20.6 0 12 3.4 0 12 0z",
    fill: "#C4245C",
    glyph: "#fff",
  },
  messenger: { shape: circle, fill: "#0A5FE0", glyph: "#fff" },
  telegram: { shape: circle, fill: "#1777AB", glyph: "#fff" },
  x: {
    shape: "M2 0h20a2 2 0 0 1 2 2v20a2 2 0 0 1-2 2H2a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2z",
    fill: "var(--x-mark)",
    glyph: "var(--x-glyph)",
  },
  other: { shape: circle, fill: "#626B77", glyph: "#fff" },
};

type Props = {
  provider: string;
  sizePx: number;
  /** true where the word stands beside it */
  isDecorative?: boolean;
  /** cuts the badge out of what it lies on, in the colour of the ground */
  hasRing?: boolean;
};

const ringPx = 1.5;

export function ProviderBadge({ provider, sizePx, isDecorative = false, hasRing = false }: Props) {
  const { label, mark } = providerOf(provider);
  const { shape, fill, glyph } = grounds[mark];
  const name = isDecorative ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <svg viewBox="0 0 24 24" width={sizePx} height={sizePx} className="flex-none overflow-visible" {...name}>
      {isDecorative ? null : <title>{label}</title>}
      {hasRing ? (
        <path d={shape} fill="none" style={{ stroke: "var(--ground)" }} strokeWidth={(2 * ringPx * 24) / sizePx} />
      ) : null}
      <path d={shape} fill={fill} className="badge-ground" />
      <g transform="translate(3.2 3.2) scale(1.1)" style={{ color: glyph }}>
        <ProviderGlyph mark={mark} letter={label.slice(0, 1)} />
      </g>
    </svg>
  );
}
