/** What a preview is asked with while the document is not named yet: nothing of what it shows depends on it. */
export const PAPER_TO_COME = '……'
