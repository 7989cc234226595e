// Where the page is shown: by itself, or in the frame of the page that reads articles (web/app), which saves it in all formats and draws it anew.

/** The name of that frame. */
export const appFrame = 'annal-app';

export const isInApp = (): boolean => window.name === appFrame;
