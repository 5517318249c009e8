/** Postroom's own mark: pigeonholes on a wall, one of them with a letter. */
export function BrandMark({ sizePx }: { sizePx: number }) {
  return (
    <svg viewBox="0 0 32 32" width={sizePx} height={sizePx} aria-hidden className="flex-none">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g fill="var(--accent-fg)">
        <rect x="7" y="7" width="8" height="8" rx="1.75" opacity="0.5" />
        <rect x="17" y="7" width="8" height="8" rx="1.75" opacity="0.5" />
        <rect x="7" y="17" width="8" height="8" rx="1.75" opacity="0.5" />
        <rect x="17" y="17" width="8" height="8" rx="1.75" />
      </g>
    </svg>
  );
}
