/**
 * The beginning of a text, no letter of it cut in two.
 * @param most how many letters
 * @param hardlyMore as many as are still shown whole: a text is not cut for the sake of a few words
 */
export function excerptOf(text: string, most: number, hardlyMore = most): string {
  const letters = Array.from(text)
  return letters.length <= hardlyMore ? text : `${letters.slice(0, most).join('').trimEnd()}…`
}
