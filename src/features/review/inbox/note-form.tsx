import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { reviewDraft } from '#data/drafts.ts'
import { MAX_NOTE_LENGTH } from '#domain/review.ts'
import styles from './detail.module.css'

type Props = { id: string; note: string; onSave: (note: string) => void }

/** A note for colleagues. What one of them has written meanwhile is shown beside what is being written here. */
export function NoteForm({ id: commentId, note, onSave }: Props) {
  const { t } = useTranslation('review-inbox')
  const [draft] = useState(() => reviewDraft('note', commentId))
  /** The note that what is typed here started from. */
  const [began, setBegan] = useState(note)
  const [text, setText] = useState(() => draft.load() ?? note)
  const id = useId()
  const follow = () => {
    setBegan(note)
    setText(note)
  }
  if (note !== began && (text === began || text.trim() === note)) follow()
  const isChanged = text.trim() !== note
  const submit = (event: FormEvent) => {
    event.preventDefault()
    draft.clear()
    setBegan(text.trim())
    onSave(text.trim())
  }
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
