// How sure a date is, in three steps: those of render/view/certainty.cc, which a test compares with these.
export const certainFrom = 0.75;
export const lessCertainFrom = 0.5;

/** The word for how sure a date is. */
export const sureness = (certainty: number) => (certainty >= certainFrom ? 'date-certain' : certainty >= lessCertainFrom ? 'date-less-certain' : 'date-doubtful');
