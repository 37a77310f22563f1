/** The Chromium that the tests drive. */
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium'
