import { createContext, type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'
import styles from './voices.module.css'

/**
 * Whether the address asks for what the comment said before (“#former”), as an answer to that does: the key of that visit,
 * null if it does not. Only the named comment looks at the address.
 */
export const FormerWanted = createContext<string | null>(null)

/** The comment or reply that the page's address names: the focus goes to it as soon as it is there. */
export function Named({ marked, children }: { marked: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const { hash, key } = useLocation()
  useEffect(() => {
    const article = place.current?.querySelector('article')
    article?.scrollIntoView({ block: 'center' })
    article?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} className={marked ? styles.named : undefined}>
      <FormerWanted value={hash === '#former' ? key : null}>{children}</FormerWanted>
    </div>
  )
}
