// How sure a date is, in three steps: those of render/view/certainty.cc, which a test compares with these.
export const certainFrom = 0.75;
export const lessCertainFrom = 0.5;

/** "certain", "less certain" or "doubtful". */
export const certaintyWords = (certainty: number): string =>
  certainty >= certainFrom ? 'certain' : certainty >= lessCertainFrom ? 'less certain' : 'doubtful';
