import { useSyncExternalStore } from 'react'
import { useLocation } from 'react-router-dom'
import { isLang, type Lang } from '#domain/language.ts'
import { useLang } from '#i18n/use-lang.ts'

/** An address within this site that somebody may be sent on to; null for anything else. */
export const innerAddress = (address: string | null): string | null => {
  if (!address?.startsWith('/') || address.startsWith('//') || address.includes('\\')) return null
  return isLang(address.split(/[/?#]/)[1]) ? address : null
}

/** What of an address tells the page, whatever the language. */
export const pageOf = (pathname: string): string => pathname.replace(/^\/[^/]*/, '')

/** The same page in the other language. */
export const inLanguage = (
  lang: Lang,
  { pathname, search, hash }: { pathname: string; search: string; hash: string },
) => `/${lang}${pageOf(pathname)}${search}${hash}`

const never = () => () => {}

/**
 * Where somebody is. While the page comes to life it is as it was drawn, which could not know what follows the path: of a link
 * that differs React would leave what was drawn.
 */
export function useHere() {
  const { pathname, search, hash } = useLocation()
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return isAlive ? { pathname, search, hash } : { pathname, search: '', hash: '' }
}

/** The way to join from here and back; @param hash the place on this page to come back to */
export function useJoinLink(hash = ''): string {
  const lang = useLang()
  const { pathname, search } = useHere()
  const back = pathname.startsWith(`/${lang}/join`) ? '' : `?next=${encodeURIComponent(pathname + search + hash)}`
  return `/${lang}/join${back}`
}
