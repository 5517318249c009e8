/** How the team may want an account to look: a colour beside its picture, and a short name in place of its own. */
export const accountColours = ["blue", "teal", "green", "amber", "red", "purple"] as const;
export type AccountColour = (typeof accountColours)[number];

export type AccountLook = { colour: AccountColour | null; shortName: string | null };

export const longestShortName = 24;

export const colourWords: Record<AccountColour, string> = {
  blue: "Blue",
  teal: "Teal",
  green: "Green",
  amber: "Amber",
  red: "Red",
  purple: "Purple",
};
