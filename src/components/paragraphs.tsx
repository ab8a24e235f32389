import { paragraphs } from '#domain/plan.ts'

/** Text whose paragraphs are parted by blank lines. It is text and nothing else: no markup in it comes alive. */
export function Paragraphs({ text }: { text: string }) {
  return paragraphs(text).map((paragraph, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may say the same, and none changes places
    <p key={place}>{paragraph}</p>
  ))
}
