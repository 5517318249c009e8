import { markId } from "@/components/ui/provider-badge";
import type { Mark } from "@/domain/providers";

/** Simple marks of our own, drawn on a grid of 16: they name a network and imply nothing else. */
const glyphs: Record<Exclude<Mark, "other">, string> = {
  linkedin:
    "M3.1 6.4h2.3v6.5H3.1zM4.25 3a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zM6.9 6.4h2.2v.9c.4-.65 1.15-1.1 2.15-1.1 1.75 0 2.65 1.1 2.65 3v3.7h-2.3V9.6c0-.9-.4-1.4-1.15-1.4-.8 0-1.25.55-1.25 1.45v3.25H6.9z",
  whatsapp:
    "M5.6 3.6c.35-.1.7 0 .9.4l.7 1.55c.1.3.05.6-.15.85l-.55.6c.55 1.15 1.35 1.95 2.5 2.5l.6-.55c.25-.2.55-.25.85-.15l1.55.7c.4.2.5.55.4.9-.3 1.15-1.2 1.9-2.35 1.8-3.4-.3-6-2.9-6.25-6.25-.1-1.15.65-2.05 1.8-2.35z",
  instagram:
    "M5.7 2.6h4.6c1.75 0 3.1 1.35 3.1 3.1v4.6c0 1.75-1.35 3.1-3.1 3.1H5.7a3.05 3.05 0 0 1-3.1-3.1V5.7c0-1.75 1.35-3.1 3.1-3.1zm0 1.4c-1 0-1.7.7-1.7 1.7v4.6c0 1 .7 1.7 1.7 1.7h4.6c1 0 1.7-.7 1.7-1.7V5.7c0-1-.7-1.7-1.7-1.7zM8 5.3a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4zm0 1.4a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6z",
  messenger: "M9.2 2.4 3.4 9h3.7l-.6 4.6L12.6 7H8.7z",
  telegram:
    "M13.6 3 2.2 7.5c-.4.15-.35.7.05.8l2.7.8 1.1 3.5c.15.4.6.5.9.2l1.5-1.5 2.8 2.05c.4.3.9.1 1-.4L14 3.4c.05-.3-.15-.5-.4-.4zM11.2 5.4 7.3 9.1l-.3 1.9-.75-2.4z",
  x: "M3 3h3.1l2.5 3.4L11.5 3H13L9.25 7.3 13.4 13h-3.1L7.5 9.2 4.2 13H2.7l4.15-4.8z",
};

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

const marks = Object.keys(grounds) as Mark[];

/**
 * The marks of all networks, drawn once a page and shown wherever a badge points to one: a list of chats is half as long on the wire, and
 * the browser's script need not know how they look.
 */
export function ProviderMarks() {
  return (
    <svg aria-hidden className="absolute size-0">
      <defs>
        {marks.map((mark) => {
          const { shape, fill, glyph } = grounds[mark];
          return (
            <g key={mark}>
              <path id={markId(mark, "shape")} d={shape} />
              <g id={markId(mark, "whole")}>
                <path d={shape} fill={fill} className="badge-ground" />
                {mark === "other" ? null : (
                  <path d={glyphs[mark]} transform="translate(3.2 3.2) scale(1.1)" fillRule="evenodd" fill={glyph} />
                )}
              </g>
            </g>
          );
        })}
      </defs>
    </svg>
  );
}
