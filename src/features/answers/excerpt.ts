const LONGEST = 280

/** The beginning of a text, no character of it cut in two; whole if it is hardly longer. */
export function excerptOf(text: string): string {
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  return characters.length <= LONGEST * 1.1 ? text : `${characters.slice(0, LONGEST).join('').trimEnd()}…`
}
