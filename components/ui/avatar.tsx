"use client";

import { useCallback, useState } from "react";
import { ProviderBadge } from "@/components/ui/provider-badge";
import { initials } from "@/domain/measures";

const looks = {
  40: { box: "size-10 text-body", badgePx: 18, badge: "-end-1.5 -bottom-1" },
  32: { box: "size-8 text-meta", badgePx: 14, badge: "-end-1.5 -bottom-1" },
  28: { box: "size-7 text-meta", badgePx: 12, badge: "-end-0.5 -bottom-0.5" },
} as const;

type Size = keyof typeof looks;

/** Unseen until it is whole, and gone when it cannot be had. One that the browser still holds is there with the first paint. */
function Picture({ url, sizePx }: { url: string; sizePx: Size }) {
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  const look = useCallback((picture: HTMLImageElement | null) => {
    if (picture?.complete === true) setState(picture.naturalWidth > 0 ? "ready" : "failed");
  }, []);
  if (state === "failed") return null;
  return (
    <img
      ref={look}
      src={url}
      alt=""
      width={sizePx}
      height={sizePx}
      loading="lazy"
      decoding="async"
      onLoad={() => {
        setState("ready");
      }}
      onError={() => {
        setState("failed");
      }}
      className={`bg-raised absolute inset-0 size-full object-cover ${state === "ready" ? "" : "opacity-0"}`}
    />
  );
}

type Props = {
  name: string;
  /** ours; null where there is none to be had */
  pictureUrl: string | null;
  sizePx: Size;
  provider?: string;
};

/** Initials until the picture comes, and where none does. Says nothing to a screen reader: the name and the network stand beside it. */
export function Avatar({ name, pictureUrl, sizePx, provider }: Props) {
  const look = looks[sizePx];
  return (
    <span className="relative flex-none" aria-hidden>
      <span
        className={`${look.box} bg-raised text-muted border-border relative flex items-center justify-center overflow-hidden rounded-full border font-medium`}
      >
        {initials(name)}
        {pictureUrl === null ? null : <Picture key={pictureUrl} url={pictureUrl} sizePx={sizePx} />}
      </span>
      {provider === undefined ? null : (
        <span className={`absolute ${look.badge}`}>
          <ProviderBadge provider={provider} sizePx={look.badgePx} isDecorative hasRing />
        </span>
      )}
    </span>
  );
}
