import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { showToast } from '#components/toasts.ts'
import type { Me } from '#data/me.ts'
import { outbox } from '#data/outbox.ts'
import { newCommentId } from '#domain/comment.ts'
import type { TaskIn } from '#domain/plan.ts'
import { CommentItem } from './comment-item.tsx'
import { useDeedState } from './deed-state.tsx'
import { JoinLink } from './join-link.ts'
import { placeOf } from './returned-comments.tsx'
import type { CommentEntry } from './use-outbox-comments.ts'
import styles from './waiting-comment.module.css'

type Props = { entry: CommentEntry; task: TaskIn; me: Me | undefined }

/** A comment that has not arrived, where it will stand, and what it waits for. */
export function WaitingComment({ entry, task, me }: Props) {
  const { t } = useTranslation(['outbox', 'comments'])
  const joinLink = useContext(JoinLink)
  const state = useDeedState({ entry, me })
  // Whoever takes it back finds it in the form, or above it. With nobody here, nobody could tell that it is theirs.
  const takeBack = () => {
    const { uid, deed } = entry
    const { comment } = deed
    // It has arrived this moment, or another tab has taken it back.
    if (!outbox.mark(entry, { reason: null, refused: true })) return
    outbox.drop(entry)
    // Under an id of its own: that of the former one may be taken, or be so in a moment.
    const words = outbox.put(uid, { ...deed, comment: { ...comment, id: newCommentId(task.id) } }, true)
    // It may have arrived without an answer, or be on its way from another tab: only what is put in its place can undo that.
    outbox.put(uid, { kind: 'withdraw', taskId: task.id, commentId: comment.id, isUndo: true })
    showToast({ text: t('outbox:takenBack') })
    // The button goes away under the focus, unless the form has taken both.
    setTimeout(() => document.activeElement === document.body && document.getElementById(placeOf(words))?.focus())
  }
  return (
    <CommentItem
      comment={entry.deed.comment}
      task={task}
      mine={entry.uid === me?.user?.uid}
      hasAddress={false}
      sending={state === 'sending'}
      actions={
        state !== 'sending' && (
          <div className={styles.waiting}>
            <p className={styles.state}>{t(`outbox:state.${state}`)}</p>
            {state === 'signed-out' && <ButtonLink to={`${joinLink}&again=`}>{t('outbox:signInAgain')}</ButtonLink>}
            {state === 'not-joined' && <ButtonLink to={joinLink}>{t('comments:form.join')}</ButtonLink>}
            {me?.user !== null && (
              <Button look="quiet" onClick={takeBack}>
                {t('outbox:takeBack')}
              </Button>
            )}
          </div>
        )
      }
    />
  )
}
