import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { showToast } from '#components/toasts.ts'
import { useWarningBeforeLoss } from '#components/use-warning-before-loss.ts'
import { type EditDraft, editDraft } from '#data/drafts.ts'
import { outbox } from '#data/outbox.ts'
import { type Comment, MAX_EDITS, saysAlready, type TextProblem, textProblem, tidyText } from '#domain/comment.ts'
import { type DeedOf, replacedBy } from '#domain/deed.ts'
import { isLang, LANGS } from '#domain/language.ts'
import { givesPause } from '#domain/second-thought.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { BeforeSending } from './before-sending.tsx'
import styles from './comment-form.module.css'

type Props = {
  /** As it was read: an edit that waits does not count yet. */
  read: Comment
  /** What it says by now, with an edit that waits or has come back. */
  begin: EditDraft
  /** An edit that waits: then what was read can be said anew, too. */
  waits: DeedOf<'edit'> | undefined
  uid: string
  onClose: () => void
}

/** Where somebody changes the words of their own comment, in its place. What is typed stays on the device. */
export function EditForm({ read, begin, waits, uid, onClose }: Props) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const store = editDraft(read.id)
  const [restored] = useState(() => store.load())
  const [draft, setDraft] = useState(restored ?? begin)
  const [isKept, setKept] = useState(true)
  const [problem, setProblem] = useState<TextProblem | 'same' | null>(null)
  const [looking, setLooking] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const left = MAX_EDITS - read.edits

  useEffect(() => box.current?.focus(), [])
  // What is as it stands there is nothing to lose.
  useWarningBeforeLoss(!isKept && (draft.text !== begin.text || draft.lang !== begin.lang))

  const change = (part: Partial<EditDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    setKept(store.save(next))
    setProblem(null)
  }
  const cancel = () => {
    store.clear()
    onClose()
  }
  const deliver = (typed: string, looked = false) => {
    const text = tidyText(typed)
    const isAsRead = saysAlready(read, { text, lang: draft.lang })
    const found = textProblem(text) ?? (isAsRead && !waits ? 'same' : null)
    const pauses = !found && !looked && !isAsRead && givesPause(text)
    setProblem(found)
    setLooking(pauses)
    if (found) return box.current?.focus()
    if (pauses) return
    const { taskId, id: commentId } = read
    const words = { text, lang: draft.lang, replaces: waits ? replacedBy(waits) : [], isUndo: isAsRead }
    const { kept } = outbox.put(uid, { kind: 'edit', taskId, commentId, ...words, edits: read.edits + 1 })
    // Where the outbox has no room for it, the draft may: for what is sent, and not for what was masked in it.
    if (kept) store.clear()
    else store.save({ text, lang: draft.lang })
    if (isAsRead) showToast({ text: t('edit.undone') })
    onClose()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    deliver(draft.text)
  }
  const goOnWriting = () => {
    setLooking(false)
    box.current?.focus()
  }

  const message = problem ? t(`problem.${problem}`) : undefined
  return (
    <form onSubmit={save} className={styles.edit} noValidate>
      {restored && <p className={styles.note}>{t('edit.kept')}</p>}
      <Live>{!isKept && <Notice tone="warning">{t('form.notKept')}</Notice>}</Live>
      <Field label={t('edit.label')} hint={t('edit.hint')} error={message}>
        {(control) => (
          <textarea
            {...control}
            ref={box}
            dir="auto"
            lang={draft.lang}
            rows={5}
            value={draft.text}
            onChange={({ target }) => change({ text: target.value })}
          />
        )}
      </Field>
      <Field label={t('edit.lang')}>
        {(control) => (
          <select
            {...control}
            value={draft.lang}
            onChange={({ target }) => isLang(target.value) && change({ lang: target.value })}
          >
            {LANGS.map((each) => (
              <option key={each} value={each}>
                {t(`list.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {looking ? (
        <BeforeSending
          typed={draft.text}
          onChange={(text) => change({ text })}
          onSend={(text) => deliver(text, true)}
          onBack={goOnWriting}
        />
      ) : (
        <div className={styles.foot}>
          <Button look="primary" type="submit">
            {t('edit.save')}
          </Button>
          <Button look="quiet" onClick={cancel}>
            {t('edit.cancel')}
          </Button>
          <p className={styles.note}>{t('edit.left', { count: left, value: formatNumber(left, lang) })}</p>
        </div>
      )}
    </form>
  )
}
