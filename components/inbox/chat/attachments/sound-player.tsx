"use client";

import { Pause, Play } from "lucide-react";
import { DownloadLink } from "@/components/inbox/chat/attachments/download-link";
import { Failure } from "@/components/inbox/chat/attachments/failure";
import { FileName } from "@/components/inbox/chat/attachments/file-name";
import {
  pauseSound,
  playSound,
  retrySound,
  seekSound,
  setSpeed,
  useSound,
  useSpeed,
  type Sound,
} from "@/components/inbox/chat/attachments/sound";
import { useNearView } from "@/components/inbox/chat/attachments/use-near-view";
import { usePeaks } from "@/components/inbox/chat/attachments/use-peaks";
import { Waveform } from "@/components/inbox/chat/attachments/waveform";
import { attachmentLabel, attachmentTitle } from "@/domain/attachment-words";
import type { Attachment } from "@/domain/inbox";
import { durationWords } from "@/domain/file-measures";
import { flatPeaks, nextSpeed } from "@/domain/playback";
import type { Provider } from "@/domain/providers";

function PlayButton({ sound, attachment }: { sound: Sound; attachment: Attachment }) {
  const isOn = sound.state === "playing" || sound.state === "loading";
  const Icon = isOn ? Pause : Play;
  return (
    <button
      type="button"
      aria-label={`${isOn ? "Pause" : "Play"} ${attachmentLabel(attachment)}`}
      onClick={() => {
        if (isOn) pauseSound();
        else playSound(attachment.url);
      }}
      className="bg-accent text-accent-fg touch:size-11 flex size-10 flex-none items-center justify-center rounded-full"
    >
      <Icon size={18} aria-hidden fill="currentColor" />
    </button>
  );
}

function SpeedButton() {
  const speed = useSpeed();
  return (
    <button
      type="button"
      aria-label={`Speed ${String(speed)}×`}
      onClick={() => {
        setSpeed(nextSpeed(speed));
      }}
      className="border-border-strong text-meta touch:min-h-11 touch:min-w-11 min-h-6 min-w-10 flex-none rounded-full border px-1.5 font-medium tabular-nums"
    >
      {speed}×
    </button>
  );
}

function Times({ sound, durationSeconds }: { sound: Sound; durationSeconds: number | null }) {
  if (sound.state === "loading") return <span className="late">Loading</span>;
  const total = durationSeconds === null ? "" : ` / ${durationWords(durationSeconds)}`;
  return (
    <span className="tabular-nums">
      {durationWords(Math.floor(sound.seconds))}
      {total}
    </span>
  );
}

function Player({ attachment, sound }: { attachment: Attachment; sound: Sound }) {
  const { url, isVoiceNote } = attachment;
  const { watch, isNear } = useNearView();
  const peaks = usePeaks(attachment, isNear, sound.timesAgain);
  const durationSeconds = sound.durationSeconds ?? peaks?.durationSeconds ?? attachment.durationSeconds;
  const seek = (seconds: number) => {
    seekSound(url, seconds);
  };
  return (
    <div
      ref={watch}
      role="group"
      aria-label={attachmentLabel(attachment)}
      data-voice={isVoiceNote ? "" : undefined}
      className="w-72 max-w-full py-1"
    >
      {isVoiceNote ? null : <FileName name={attachmentTitle(attachment)} />}
      <div className="flex items-center gap-3">
        <PlayButton sound={sound} attachment={attachment} />
        <Waveform
          bars={peaks?.bars ?? flatPeaks}
          seconds={sound.seconds}
          durationSeconds={durationSeconds}
          isPlaying={sound.state === "playing"}
          name={`Position in ${attachmentTitle(attachment)}`}
          onSeek={seek}
        />
        <SpeedButton />
      </div>
      <div className="text-meta text-muted ms-13 flex items-center justify-between gap-2">
        <Times sound={sound} durationSeconds={durationSeconds} />
        {isVoiceNote ? null : <DownloadLink attachment={attachment} />}
      </div>
    </div>
  );
}

/** A voice note or an audio file: listened to in place, at the speed that was chosen last. */
export function SoundPlayer({ attachment, provider }: { attachment: Attachment; provider: Provider }) {
  const { url } = attachment;
  const sound = useSound(url);
  if (sound.state !== "failed") return <Player attachment={attachment} sound={sound} />;
  const retry = () => {
    retrySound(url);
  };
  return <Failure attachment={attachment} provider={provider} failed={sound} onRetry={retry} heightPx={64} />;
}
