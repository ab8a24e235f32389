const LONGEST = 280
/** A text is not cut for the sake of a few words. */
const HARDLY_LONGER = 310

/** The beginning of a text, no letter of it cut in two. */
export function excerptOf(text: string): string {
  const letters = Array.from(text)
  return letters.length <= HARDLY_LONGER ? text : `${letters.slice(0, LONGEST).join('').trimEnd()}…`
}
