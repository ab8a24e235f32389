import { type RefObject, useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'
import { pageOf } from './links.ts'

/** To a part of the page, with the screen and with the focus: what is pressed next comes after it. */
export function arriveAt(part: HTMLElement): void {
  part.scrollIntoView()
  if (part.tabIndex < 0) part.tabIndex = -1
  part.focus({ preventScroll: true })
}

/** On a new page: to its top, or to the part its address names, with the focus at the start of its text. */
export function useArrival(main: RefObject<HTMLElement | null>) {
  const { pathname, hash, key } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const page = pageOf(pathname)
  const shown = useRef({ page, pathname, key })
  useEffect(() => {
    const before = shown.current
    shown.current = { page, pathname, key }
    const isNewPage = before.page !== page
    // The same page in the other language stays where it is, and so does the focus on the switch.
    if (!isNewPage && before.pathname !== pathname) return
    const target = hash ? document.getElementById(hash.slice(1)) : null
    if (target) return arriveAt(target)
    if (!isNewPage) return
    main.current?.focus({ preventScroll: true })
    if (!isBack) window.scrollTo(0, 0)
    // The key: a link to where one is already leads there again.
  }, [page, pathname, hash, key, isBack, main])
}
