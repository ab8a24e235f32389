import { type ReactNode, useEffect, useRef } from 'react'
import styles from './voices.module.css'

/** The comment or reply that the page's address names: the focus goes to it as soon as it is there. */
export function Named({ marked, children }: { marked: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const article = place.current?.querySelector('article')
    article?.scrollIntoView({ block: 'center' })
    article?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} className={marked ? styles.named : undefined}>
      {children}
    </div>
  )
}
