/** What is wrong with an input, in one line. */
export class AnnalError extends Error {
  override name = 'AnnalError';
}
