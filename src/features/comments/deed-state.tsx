import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { showToast } from '#components/toasts.ts'
import { connection } from '#data/connection.ts'
import type { Me } from '#data/me.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import { type DeedState, stateOf } from '#data/outbox-state.ts'
import type { Comment } from '#domain/comment.ts'
import { replacedBy } from '#domain/deed.ts'
import styles from './waiting-comment.module.css'

type Of = {
  /** One that has not been refused. */
  entry: OutboxEntry
  me: Me | undefined
}

/** Where something is that has not arrived. */
export function useDeedState({ entry, me }: Of): DeedState {
  const isOnline = useSyncExternalStore(connection.subscribe, connection.isOnline, () => true)
  return stateOf(entry, me, isOnline)
}

type LineProps = Of & {
  /** The comment as it was read. */
  read: Comment
  /** What was pressed goes away. */
  onTakenBack: () => void
}

/** Says where it is, below the comment that somebody changed, withdrew or reported. New words can be taken back. */
export function DeedStateLine({ entry, me, read, onTakenBack }: LineProps) {
  const { t } = useTranslation(['outbox', 'comments'])
  const state = useDeedState({ entry, me })
  const { uid, deed } = entry
  const isSending = state === 'sending'
  if (deed.kind !== 'edit' || isSending) return <p className={styles.state}>{t(`outbox:state.${state}`)}</p>
  if (deed.isUndo) {
    return <p className={styles.state}>{t(state === 'not-kept' ? 'outbox:state.not-kept' : 'comments:edit.undone')}</p>
  }

  const takeBack = () => {
    onTakenBack()
    // It may have arrived without an answer: only what is put in its place can undo that.
    const instead = outbox.put(uid, {
      ...deed,
      text: read.text,
      lang: read.lang,
      replaces: replacedBy(deed),
      isUndo: true,
    })
    const undo = () => {
      // What has been done with these words since stays.
      if (outbox.look().some(({ id, at }) => id === instead.id && at !== instead.at)) return
      // A further edit: these words may be among the former ones by now.
      outbox.put(uid, { ...deed, edits: deed.edits + 1 })
    }
    showToast({ text: t('comments:edit.undone'), action: { label: t('outbox:undo'), run: undo, isUndo: true } })
  }
  return (
    <div className={styles.waiting}>
      <p className={styles.state}>{t(`outbox:state.${state}`)}</p>
      <Button look="quiet" onClick={takeBack}>
        {t('outbox:takeBack')}
      </Button>
    </div>
  )
}
