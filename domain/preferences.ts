/** What a user may set for themselves, on every device they sign in on, and what holds until they do. */
export const densities = ["comfortable", "compact"] as const;

export type Preferences = {
  /** whether single characters such as j and ? are commands; Escape, Enter and the arrows always are (WCAG 2.1.4) */
  hasLetterKeys: boolean;
  /** how high a row of the list is */
  density: (typeof densities)[number];
};

export const defaultPreferences: Preferences = { hasLetterKeys: true, density: "comfortable" };

export const preferencesUrl = "/api/preferences";
