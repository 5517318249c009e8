"use client";

import { useCallback } from "react";
import type { Box } from "@/domain/attachment-words";

type Props = {
  url: string;
  /** in words; empty where the words stand beside it */
  alt: string;
  size: Box;
  isReady: boolean;
  isLazy?: boolean;
  className: string;
  onReady: () => void;
  onError: () => void;
};

/** Unseen until it is whole. One that came or failed before the page was awake is noticed as well. */
export function Picture({ url, alt, size, isReady, isLazy = true, className, onReady, onError }: Props) {
  const look = useCallback(
    (picture: HTMLImageElement | null) => {
      if (picture?.complete !== true) return;
      if (picture.naturalWidth > 0) onReady();
      else onError();
    },
    [onReady, onError],
  );
  return (
    <img
      ref={look}
      src={url}
      alt={alt}
      width={size.width}
      height={size.height}
      loading={isLazy ? "lazy" : "eager"}
      decoding="async"
      draggable={false}
      onLoad={onReady}
      onError={onError}
      className={`${className} transition-opacity ${isReady ? "" : "opacity-0"}`}
    />
  );
}
