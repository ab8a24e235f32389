import { detectLang } from '#domain/language.ts'
import { useLang } from '#i18n/use-lang.ts'

/** Korean words one after the other, such as a name with its office. */
const KOREAN = /(\p{Script=Hangul}+(?:[\s·,]+\p{Script=Hangul}+)*)/u

/** A text of the page with Korean names in it, which an English voice could not read out; or of the other language. */
export function Mixed({ text }: { text: string }) {
  if (useLang() === 'ko') return detectLang(text, 'ko') === 'ko' ? text : <span lang="en">{text}</span>
  return text.split(KOREAN).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other
      <span key={place} lang="ko">
        {part}
      </span>
    ),
  )
}
