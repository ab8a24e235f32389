import type { Comment } from '#domain/comment.ts'
import styles from './comment-card.module.css'

const SHOWN = 60

/** As many letters of a comment as it takes to know it by. */
export function Quoted({ comment: { lang, text } }: { comment: Pick<Comment, 'lang' | 'text'> }) {
  const letters = Array.from(text)
  return (
    <q lang={lang} dir="auto" className={styles.quoted}>
      {letters.length <= SHOWN ? text : `${letters.slice(0, SHOWN).join('')}…`}
    </q>
  )
}
