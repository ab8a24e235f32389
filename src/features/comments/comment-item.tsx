import { type ReactNode, type Ref, use, useDeferredValue, useId, useState } from 'react'
import { Link } from 'react-router-dom'
import { citedIn } from '#domain/citations.ts'
import { type Comment, isCollapsed } from '#domain/comment.ts'
import { nickname } from '#domain/nickname.ts'
import { type TaskIn, taskNumber } from '#domain/plan.ts'
import type { Search } from '#domain/search.ts'
import { useFixedT } from '#i18n/use-fixed-t.ts'
import { useLang } from '#i18n/use-lang.ts'
import { CommentHeader } from './comment-header.tsx'
import styles from './comment-item.module.css'
import { CommentWords, Folded } from './comment-words.tsx'
import { FormerTexts } from './former-texts.tsx'
import { FormerWanted } from './named.tsx'

type Props = {
  comment: Comment
  /** How often its words had been changed when it was read: what has not arrived yet has made no former words. */
  edits?: number
  task: TaskIn
  mine: boolean
  /** Not as long as it has not arrived. */
  hasAddress?: boolean
  sending?: boolean
  /** Its author withdraws it, and that has not arrived yet. */
  withdrawing?: boolean
  reported?: boolean
  /** What its words are searched for. */
  search?: Search | null
  /** Stands in the place of its words, such as a form in which they are changed. */
  words?: ReactNode
  /** Stands under its words. */
  children?: ReactNode
  /** What can be done with it. */
  actions?: ReactNode
  ref?: Ref<HTMLElement>
}

/** One comment: who by group and area, the words as they were written, and what belongs to them. */
export function CommentItem(props: Props) {
  const { comment, task, mine, hasAddress = true, sending = false, withdrawing = false, reported = false } = props
  const { search = null, words, children, actions, ref, edits = comment.edits } = props
  const t = useFixedT('comments')
  const lang = useLang()
  const wanted = use(FormerWanted)
  const areFormerWanted = edits > 0 && wanted !== null
  const [toggled, setToggled] = useState<{ readonly at: string | null; readonly open: boolean }>()
  const [looked, setLooked] = useState(false)
  // What it said before may be what was reported.
  const folded = isCollapsed(comment) && !looked
  const formerOpen = !folded && (toggled?.at === wanted ? toggled.open : areFormerWanted)
  const ownId = useId()
  const formerId = areFormerWanted ? 'former' : ownId
  // The words come first: what can be done with twenty comments is drawn a moment later, and holds up nothing.
  const areActsDue = useDeferredValue(true, false)
  const cited = citedIn(task, comment.id)
  const withdrawn = comment.status === 'withdrawn'
  const gone = comment.parentId === null ? t('item.withdrawn') : t('item.withdrawnReply')
  const absent = withdrawing ? t('withdraw.begun') : gone
  const subtask = task.subtasks.find(({ id }) => id === comment.subtaskId)
  return (
    <article
      ref={ref}
      className={styles.comment}
      aria-busy={sending}
      aria-label={withdrawn ? absent : nickname(comment.authorId)[lang]}
      tabIndex={-1}
    >
      {!withdrawn && (
        <CommentHeader
          comment={comment}
          mine={mine}
          hasAddress={hasAddress}
          sending={sending}
          reported={reported}
          former={
            folded
              ? null
              : { edits, open: formerOpen, id: formerId, toggle: () => setToggled({ at: wanted, open: !formerOpen }) }
          }
        />
      )}
      {!withdrawn && subtask && comment.parentId === null && (
        <p className={styles.about}>
          <a href={`#${subtask.id}`}>{t('item.about', { subtask: subtask.title })}</a>
        </p>
      )}
      {cited && !withdrawn && (
        <p className={styles.about}>
          <Link to={`/${lang}/tasks/${taskNumber(task.id)}/history#r${cited.revision}`}>
            {t('item.cited', { revision: cited.revision })}
          </Link>
        </p>
      )}
      {withdrawn ? (
        <p className={styles.absent}>{absent}</p>
      ) : (
        (words ??
        (folded ? (
          <Folded onLook={() => setLooked(true)} />
        ) : (
          <CommentWords comment={comment} sending={sending} search={search} />
        )))
      )}
      {formerOpen && !withdrawn && <FormerTexts id={formerId} comment={comment} edits={edits} />}
      {children}
      <footer className={styles.footer} data-due={areActsDue}>
        {areActsDue && actions}
      </footer>
    </article>
  )
}
