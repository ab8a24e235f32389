import type { Comment } from '#domain/comment.ts'
import { excerptOf } from '#domain/excerpt.ts'
import styles from './comment-card.module.css'

/** As many letters of a comment as it takes to know it by. */
const SHOWN = 60

/** The beginning of a comment, in its language. */
export const Quoted = ({ comment: { lang, text } }: { comment: Pick<Comment, 'lang' | 'text'> }) => (
  <q lang={lang} dir="auto" className={styles.quoted}>
    {excerptOf(text, SHOWN)}
  </q>
)
