/** How every place of the rail looks: an icon beside wide pages; below a phone's, with its word. */
export const railPlace =
  "tip tip-side rounded-control md:touch:size-11 flex h-12 min-w-16 flex-col items-center justify-center gap-0.5 outline-offset-[-2px] transition-colors md:size-9 md:min-w-0 md:outline-offset-2";

export const railWord = "text-meta font-medium md:hidden";
