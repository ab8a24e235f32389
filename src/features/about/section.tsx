import type { ReactNode } from 'react'
import styles from './about.module.css'

/** One part of the page, under a heading that an address can name. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id}>
        <a href={`#${id}`}>{title}</a>
      </h2>
      {children}
    </section>
  )
}

/** A part of a section. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div className={styles.part}>
      <h3 id={id}>{title}</h3>
      {children}
    </div>
  )
}

export type Point = { readonly key: string; readonly text: ReactNode }

export function Points({ points }: { points: readonly Point[] }) {
  return (
    <ul className={styles.points}>
      {points.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  )
}

/** What each of several things is. */
export function Terms({ terms }: { terms: readonly (Point & { readonly term: ReactNode })[] }) {
  return (
    <dl className={styles.terms}>
      {terms.map(({ key, term, text }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
