import { ProviderBadge } from "@/components/ui/provider-badge";
import { initials } from "@/domain/measures";

const looks = {
  40: { box: "size-10 text-body", badgePx: 18, badge: "-end-1.5 -bottom-1" },
  32: { box: "size-8 text-meta", badgePx: 14, badge: "-end-1 -bottom-0.5" },
  28: { box: "size-7 text-meta", badgePx: 12, badge: "-end-0.5 -bottom-0.5" },
} as const;

type Props = { name: string; sizePx: keyof typeof looks; provider?: string };

/** Initials until pictures come. Says nothing to a screen reader: the name and the network stand beside it. */
export function Avatar({ name, sizePx, provider }: Props) {
  const look = looks[sizePx];
  return (
    <span className="relative flex-none" aria-hidden>
      <span
        className={`${look.box} bg-raised text-muted border-border flex items-center justify-center rounded-full border font-medium`}
      >
        {initials(name)}
      </span>
      {provider === undefined ? null : (
        <span className={`absolute ${look.badge}`}>
          <ProviderBadge provider={provider} sizePx={look.badgePx} isDecorative hasRing />
        </span>
      )}
    </span>
  );
}
