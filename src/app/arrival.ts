import { type RefObject, useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'
import { pageOf } from './links.ts'

/** On a new page: to its top, or to the part its address names, with the focus at the start of its text. */
export function useArrival(main: RefObject<HTMLElement | null>) {
  const { pathname, hash, key } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const page = pageOf(pathname)
  const shown = useRef({ page, key })
  useEffect(() => {
    const isNewPage = shown.current.page !== page
    shown.current = { page, key }
    const target = hash ? document.getElementById(hash.slice(1)) : null
    if (target) target.scrollIntoView()
    if (!isNewPage) return
    main.current?.focus({ preventScroll: true })
    if (!isBack && !target) window.scrollTo(0, 0)
    // The key: a link to where one is already leads there again.
  }, [page, hash, key, isBack, main])
}
