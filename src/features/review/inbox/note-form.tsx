import { type FormEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { reviewDraft } from '#data/drafts.ts'
import { MAX_NOTE_LENGTH } from '#domain/review.ts'
import styles from './detail.module.css'

type Props = {
  id: string
  note: string
  /** @returns whether it is stored */
  onSave: (note: string) => Promise<boolean>
}

/** A note for colleagues. What one of them has written meanwhile is shown beside what is being written here. */
export function NoteForm({ id: commentId, note, onSave }: Props) {
  const { t } = useTranslation('review-inbox')
  const [draft] = useState(() => reviewDraft('note', commentId))
  /** The note that what is typed here started from. */
  const [began, setBegan] = useState(note)
  const [text, setText] = useState(() => draft.load() ?? note)
  const [isSending, setSending] = useState(false)
  const id = useId()
  const follow = () => {
    setBegan(note)
    setText(note)
  }
  // What is on its way is shown as the note already, and is not yet.
  if (!isSending && note !== began && (text === began || text.trim() === note)) follow()
  const isChanged = !isSending && text.trim() !== note
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const sent = text.trim()
    setSending(true)
    const isStored = await onSave(sent)
    setSending(false)
    if (isStored) setBegan(sent)
  }
  // Stored as it was typed, at once or when it was tried again: nothing is left to keep.
  useEffect(() => {
    if (!isSending && draft.load()?.trim() === note) draft.clear()
  }, [draft, note, isSending])
  return (
    <form onSubmit={submit} className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {t('detail.note')}
      </label>
      <div className={styles.noteRow}>
        <textarea
          id={id}
          rows={2}
          maxLength={MAX_NOTE_LENGTH}
          value={text}
          onChange={({ target }) => {
            draft.save(target.value)
            setText(target.value)
          }}
        />
        <Live>
          {note !== began && isChanged && (
            <Notice tone="warning" title={t('detail.otherNote')}>
              <p>{note === '' ? t('detail.noNote') : note}</p>
              <Button
                onClick={() => {
                  draft.clear()
                  follow()
                }}
              >
                {t('detail.takeOther')}
              </Button>
            </Notice>
          )}
        </Live>
        {isChanged && <Button type="submit">{t('detail.saveNote')}</Button>}
      </div>
    </form>
  )
}
