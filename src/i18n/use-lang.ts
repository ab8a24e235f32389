import { useParams } from 'react-router-dom'
import { isLang, type Lang } from '#domain/language.ts'

/** The language of the page, from its address. */
export function useLang(): Lang {
  const { lang } = useParams()
  return isLang(lang) ? lang : 'ko'
}
