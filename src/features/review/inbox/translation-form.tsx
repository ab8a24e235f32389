import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { showToast } from '#components/toasts.ts'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { translationDraft } from '#data/drafts.ts'
import { textProblem, tidyText } from '#domain/comment.ts'
import type { Lang } from '#domain/language.ts'
import { MAX_TRANSLATION_LENGTH, type ReviewComment } from '#domain/review.ts'
import { NotDone } from '../not-done.tsx'
import styles from './forms.module.css'
import { translateMutation } from './mutations.ts'

type Props = { comment: ReviewComment; to: Lang; onDone: () => void }

/** A comment's words in the other language, by staff. What somebody else has written meanwhile is shown, not covered. */
export function TranslationForm({ comment, to, onDone }: Props) {
  const { t } = useTranslation('review-inbox')
  const [began] = useState(comment.translation?.text ?? '')
  const [draft] = useState(() => translationDraft(comment.id))
  const [kept] = useState(draft.load)
  const [text, setText] = useState(kept?.text ?? began)
  /** How often the words that are translated had been changed. */
  const [edits, setEdits] = useState(kept?.edits ?? comment.edits)
  const [seen, setSeen] = useState(began)
  const writing = useMutation(translateMutation(comment))
  const { form, tried, point } = useFirstProblem()
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])

  const tidy = tidyText(text)
  const isTooLong = tidy.length > MAX_TRANSLATION_LENGTH
  const problem = textProblem(tidy)
  const isUnfit = isTooLong || (problem !== null && problem !== 'too-long')
  const now = comment.translation?.text ?? ''
  const isOutdated = comment.edits !== edits
  // Its author’s change has taken the old translation away: nobody has written over it.
  const isOverlapping = !isOutdated && now !== seen && !writing.isPending && now !== tidy
  const isHeld = writing.isPending || isOutdated || isOverlapping
  const goOn = () => {
    setSeen(now)
    setEdits(comment.edits)
    if (text !== began) draft.save({ text, edits: comment.edits })
    // The button goes with what it answers.
    box.current?.focus()
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isUnfit) return point()
    if (isHeld) return
    writing.mutate(tidy, {
      onSuccess() {
        draft.clear()
        showToast({ text: t('words.saved') })
        onDone()
      },
    })
  }
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form}>
      <Field
        label={t('words.label', { lang: t(`lang.${to}`) })}
        hint={t('words.hint')}
        error={tried && isUnfit ? t(isTooLong ? 'words.tooLong' : 'words.missing') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            ref={box}
            lang={to}
            dir="auto"
            rows={6}
            value={text}
            onChange={(event) => {
              draft.save({ text: event.target.value, edits })
              setText(event.target.value)
            }}
          />
        )}
      </Field>
      <NotDone error={writing.error} />
      <Live urgency="alert">
        {isOutdated && (
          <Notice tone="warning" title={t('words.changed')}>
            <Button onClick={goOn}>{t('words.goOn')}</Button>
          </Notice>
        )}
        {isOverlapping && (
          <Notice tone="warning" title={t('words.overlap')}>
            <p lang={to}>{now}</p>
            <Button onClick={goOn}>{t('words.keepMine')}</Button>
          </Notice>
        )}
      </Live>
      <div className={styles.actions}>
        <Button look="primary" type="submit" aria-disabled={isHeld}>
          {t('words.save')}
        </Button>
        <Button
          onClick={() => {
            draft.clear()
            onDone()
          }}
        >
          {t('ask.cancel')}
        </Button>
      </div>
    </form>
  )
}
