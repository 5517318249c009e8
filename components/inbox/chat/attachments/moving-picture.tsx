"use client";

import { useCallback, useRef, type SyntheticEvent } from "react";

type Props = {
  url: string;
  isVideo: boolean;
  isReady: boolean;
  isMoving: boolean;
  onReady: () => void;
  onError: () => void;
};

const shape = "absolute inset-0 size-full object-contain";

/** Of a moving picture a canvas takes the first frame, and nothing else. */
function keepStill(picture: HTMLImageElement, canvas: HTMLCanvasElement | null): void {
  if (!canvas) return;
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
}

function MovingImage({ url, isReady, isMoving, onReady, onError }: Props) {
  const still = useRef<HTMLCanvasElement>(null);
  const show = (event: SyntheticEvent<HTMLImageElement>) => {
    keepStill(event.currentTarget, still.current);
    onReady();
  };
  return (
    <>
      <img
        src={url}
        alt=""
        decoding="async"
        draggable={false}
        onLoad={show}
        onError={onError}
        className={`${shape} ${isReady && isMoving ? "" : "invisible"}`}
      />
      <canvas ref={still} className={`${shape} ${isReady && !isMoving ? "" : "invisible"}`} />
    </>
  );
}

function MovingVideo({ url, isReady, isMoving, onReady, onError }: Props) {
  const obey = useCallback(
    (video: HTMLVideoElement | null) => {
      if (!video) return;
      // an element that React makes is not muted in time for the browser to let it play by itself
      video.muted = true;
      if (!isMoving) video.pause();
      // a browser that saves power refuses, and the picture stands still
      else video.play().catch(() => undefined);
    },
    [isMoving],
  );
  return (
    <video
      ref={obey}
      src={url}
      muted
      loop
      playsInline
      preload="auto"
      tabIndex={-1}
      aria-hidden
      onLoadedData={onReady}
      onError={onError}
      className={`${shape} ${isReady ? "" : "invisible"}`}
    />
  );
}

/** A GIF, or a short video that stands for one. */
export function MovingPicture(props: Props) {
  return props.isVideo ? <MovingVideo {...props} /> : <MovingImage {...props} />;
}
